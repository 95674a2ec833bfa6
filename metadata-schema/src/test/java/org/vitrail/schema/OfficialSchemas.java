package org.vitrail.schema;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** Judges XML by the official schemas, offline. */
public final class OfficialSchemas {
    private OfficialSchemas() {}

    public static Schema load(String relative) throws SAXException {
        Path file = SharedFiles.path(relative);
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> neighbor(file, systemId));
        return factory.newSchema(file.toFile());
    }

    /** OAI's schemas name xml.xsd by its web address; a copy lies beside them. */
    private static LSInput neighbor(Path file, String systemId) {
        if (systemId == null || !systemId.startsWith("http")) {
            return null;
        }
        try {
            Path copy = file.resolveSibling(systemId.substring(systemId.lastIndexOf('/') + 1));
            DOMImplementationLS dom = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            LSInput input = dom.createLSInput();
            input.setSystemId(copy.toUri().toString());
            input.setByteStream(Files.newInputStream(copy));
            return input;
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Fails with the schema's own words.
     *
     * @throws SAXException when the document is not valid
     */
    public static void validate(Schema schema, String xml) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }
}
