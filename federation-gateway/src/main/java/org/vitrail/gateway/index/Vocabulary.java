package org.vitrail.gateway.index;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermTable;
import org.vitrail.ontology.store.StoredVocabulary;

/** The terms that the gateway knows: one table, read once. */
class Vocabulary {
    @Produces
    @Singleton
    TermTable terms(TermsConfig config) throws IOException {
        return StoredVocabulary.configured("vitrail.ontologies.folder", config.folder());
    }

    @Produces
    @Singleton
    TermLookup lookup(TermTable table) {
        return new TermLookup(table);
    }

    /** Better a start that is refused, or takes a little longer, than a first visitor who waits. */
    void readAtStart(@Observes StartupEvent started, TermLookup lookup) {
        lookup.search("a", 1);
    }
}
