package org.vitrail.omezarr.validation;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Whether a collection's OME-XML names its images and holds no pixels. OME-NGFF 0.4 and 0.5 §bf2raw, Details. */
final class OmeXmlCheck {

    private static final Set<String> PIXELS = Set.of("BinData", "BinaryOnly", "TiffData");

    private OmeXmlCheck() {}

    /** What is wrong, in words; empty when nothing is. @param images number of images in the collection */
    static Optional<String> problem(byte[] xml, int images) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int depth = 0;
        int found = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    return Optional.of("it has a document type definition, which is not followed");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (depth == 0 && !name.equals("OME")) {
                        return Optional.of("its root is " + Element.quoted(name) + ", not OME");
                    } else if (PIXELS.contains(name)) {
                        return Optional.of("it has a " + name + " where MetadataOnly must be");
                    }
                    found += depth == 1 && name.equals("Image") ? 1 : 0;
                    depth++;
                }
            }
        } catch (XMLStreamException broken) {
            return Optional.of("it is no XML: " + Element.quoted(String.valueOf(broken.getMessage())));
        }
        return found == images
                ? Optional.empty()
                : Optional.of("it describes " + found + " images, the collection has " + images);
    }
}
