package org.vitrail.node.oaipmh;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes sure that a metadata document can stand inside a response without breaking it. */
final class MetadataXml {
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>\\s*");
    private static final XMLInputFactory FACTORY = factory();

    private MetadataXml() {}

    /**
     * The document without its XML declaration.
     *
     * @throws IllegalStateException when it is not well-formed, or has a document type
     */
    static String embeddable(String document) {
        String element = DECLARATION.matcher(document).replaceFirst("");
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(element));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.DTD) {
                    throw new IllegalStateException("the metadata have a document type");
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the metadata are not well-formed", e);
        }
        return element;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
