package org.vitrail.node.doi.datacite;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.vitrail.node.doi.datacite.DoiRecords.Refusal;
import org.xml.sax.SAXException;

/** Judges metadata as DataCite does: the mandatory properties, and the kernel-4 schema where it is beside the project. */
final class MetadataJudge {
    private static final List<String> MANDATORY =
            List.of("identifier", "creators", "titles", "publisher", "publicationYear", "resourceType");
    private final Optional<Schema> schema = official();

    void judge(String xml, String doi) throws Refusal {
        for (String property : MANDATORY) {
            if (!xml.contains("<" + property + ">") && !xml.contains("<" + property + " ")) {
                throw new Refusal(422, property, "Missing child element " + property);
            }
        }
        if (!xml.contains("<identifier identifierType=\"DOI\">" + doi + "</identifier>")) {
            throw new Refusal(422, "identifier", "The identifier is not the DOI");
        }
        if (schema.isPresent()) {
            validate(schema.get(), xml);
        }
    }

    private static void validate(Schema schema, String xml) throws Refusal {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException e) {
            throw new Refusal(422, "xml", e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean hasOfficialSchema() {
        return file().isPresent();
    }

    private static Optional<Schema> official() {
        return file().map(MetadataJudge::read);
    }

    private static Optional<Path> file() {
        return folder().map(folder -> folder.resolve("schemas/datacite/kernel-4.5/metadata.xsd"))
                .filter(Files::exists);
    }

    /** Includes and imports lie beside the schema; nothing is fetched. */
    private static Schema read(Path file) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return factory.newSchema(file.toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> folder() {
        String given = System.getenv("VITRAIL_SHARED");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/schemas"))) {
                return Optional.of(at.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
