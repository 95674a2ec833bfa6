package org.vitrail.ontology;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrail.ontology.load.OntologyFile;

/** Finds the ontologies beside the project; a test that needs them is skipped, with a message, where they are absent. */
public final class SharedOntologies {
    private SharedOntologies() {}

    public static Ontology read(String file) throws IOException {
        return OntologyFile.read(path(file), OntologyFile.USUAL_LIMIT_BYTES);
    }

    public static Path path(String file) {
        String configured = System.getProperty("VITRAIL_SHARED", System.getenv("VITRAIL_SHARED"));
        if (configured != null) {
            return Path.of(configured, "ontologies", file);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/ontologies").resolve(file);
            if (Files.exists(found)) {
                return found;
            }
        }
        return abort("skipped: shared/ontologies/" + file + " is not there (set VITRAIL_SHARED)");
    }
}
