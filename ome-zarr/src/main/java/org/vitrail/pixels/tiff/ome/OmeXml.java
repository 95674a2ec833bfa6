package org.vitrail.pixels.tiff.ome;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.vitrail.pixels.UnreadableImage;

/** Reads OME-XML without document types or entities of its own, so that it can name no other file and grow to no bomb. */
public final class OmeXml {

    private OmeXml() {}

    /** @throws UnreadableImage when it is not well-formed, or its numbers make no sense */
    public static OmeDocument parse(String text, String fileName) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String plain = (text.startsWith("\ufeff") ? text.substring(1) : text).strip();
        try {
            return new OmeParser(factory.createXMLStreamReader(new StringReader(plain))).parse();
        } catch (XMLStreamException | IllegalArgumentException | ArithmeticException bad) {
            throw new UnreadableImage(
                    "The OME-XML in %s cannot be read: %s. Save the file again from the software that made it."
                            .formatted(fileName, bad.getMessage()),
                    bad);
        }
    }
}
