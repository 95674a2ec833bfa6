package org.vitrail.cli.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.vitrail.ontology.TermTable;
import org.vitrail.ontology.store.OntologyStore;
import org.vitrail.ontology.store.StoredVocabulary;
import picocli.CommandLine.Option;

/** The folder in which ontologies are kept; a node that is given the same one uses them. */
public final class StoreOption {

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "${env:VITRAIL_ONTOLOGIES_FOLDER:-${sys:user.home}/.vitrail/ontologies}",
            description = "where ontologies are kept (default $VITRAIL_ONTOLOGIES_FOLDER, else ~/.vitrail/ontologies)")
    private Path folder;

    OntologyStore store() {
        return new OntologyStore(folder, Clock.systemUTC());
    }

    /** The versions in use and the shipped vocabulary. */
    public TermTable table() throws IOException {
        return StoredVocabulary.table(Optional.of(folder));
    }

    Path folder() {
        return folder;
    }
}
