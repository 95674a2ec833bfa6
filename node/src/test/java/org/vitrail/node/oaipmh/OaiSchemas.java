package org.vitrail.node.oaipmh;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The official schemas, read offline. */
final class OaiSchemas {
    private static final String RIGHTS = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.openarchives.org/OAI/2.0/rights/"
              elementFormDefault="qualified"><xs:element name="rights"><xs:complexType><xs:sequence>
              <xs:element name="rightsReference"><xs:complexType><xs:attribute name="ref" type="xs:anyURI" use="required"/>
              </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>
            """;

    /** Its rules as the guideline tells them; the official file is not among the shared ones. */
    private static final String PROVENANCE = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.openarchives.org/OAI/2.0/provenance"
              targetNamespace="http://www.openarchives.org/OAI/2.0/provenance" elementFormDefault="qualified">
              <xs:element name="provenance"><xs:complexType><xs:sequence>
              <xs:element name="originDescription" maxOccurs="unbounded"><xs:complexType><xs:sequence>
              <xs:element name="baseURL" type="xs:anyURI"/><xs:element name="identifier" type="xs:anyURI"/>
              <xs:element name="datestamp" type="xs:dateTime"/><xs:element name="metadataNamespace" type="xs:anyURI"/>
              </xs:sequence><xs:attribute name="harvestDate" type="xs:dateTime" use="required"/>
              <xs:attribute name="altered" type="xs:boolean" use="required"/></xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element></xs:schema>
            """;

    private final Schema schema;

    private OaiSchemas(Schema schema) {
        this.schema = schema;
    }

    static OaiSchemas load() throws Exception {
        Path folder = folder();
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        DOMImplementationLS dom =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> local(folder, dom, systemId, base));
        Source[] sources = {
            new StreamSource(folder.resolve("oai-pmh/OAI-PMH.xsd").toFile()),
            new StreamSource(folder.resolve("oai-pmh/oai_dc.xsd").toFile()),
            new StreamSource(folder.resolve("oai-pmh/oai-identifier.xsd").toFile()),
            new StreamSource(folder.resolve("datacite/kernel-4.5/metadata.xsd").toFile()),
            new StreamSource(new StringReader(RIGHTS)),
            new StreamSource(new StringReader(PROVENANCE))
        };
        return new OaiSchemas(factory.newSchema(sources));
    }

    /** Validates; RDF/XML has no schema, so such metadata are taken out before. */
    void validate(String xml) {
        String judged = xml.replaceAll("(?s)<metadata>\\s*<rdf:RDF.*?</rdf:RDF>\\s*</metadata>", "");
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(judged)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + "\n" + xml, e);
        }
    }

    private static LSInput local(Path folder, DOMImplementationLS dom, String systemId, String base) {
        String name = systemId.substring(systemId.lastIndexOf('/') + 1);
        for (String place : List.of("oai-pmh", "datacite/kernel-4.5/include", "datacite/kernel-4.5")) {
            File file = folder.resolve(place).resolve(name).toFile();
            if (file.exists()) {
                LSInput input = dom.createLSInput();
                input.setSystemId(file.toURI().toString());
                input.setByteStream(open(file));
                return input;
            }
        }
        throw new IllegalStateException("No local copy of schema " + systemId);
    }

    private static InputStream open(File file) {
        try {
            return new FileInputStream(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        String given = System.getenv("VITRAIL_SHARED");
        Path folder = given == null ? nearest() : Path.of(given, "schemas");
        Assumptions.assumeTrue(
                folder != null && Files.isDirectory(folder),
                "The official schemas are not beside the project (../shared).");
        return folder;
    }

    private static Path nearest() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/schemas"))) {
                return at.resolve("shared/schemas");
            }
        }
        return null;
    }
}
