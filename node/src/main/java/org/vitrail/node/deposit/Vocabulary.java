package org.vitrail.node.deposit;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermTable;
import org.vitrail.ontology.store.StoredVocabulary;

/** Gives the features the terms that this node knows. */
@Dependent
class Vocabulary {

    @Produces
    @Singleton
    TermTable terms(TermsConfig config) throws IOException {
        TermTable table = StoredVocabulary.configured("vitrail.ontologies.folder", config.folder());
        config.folder()
                .ifPresent(folder ->
                        Log.infof("Terms known: %d, from %s", table.terms().size(), folder));
        return table;
    }

    @Produces
    @Singleton
    TermLookup lookup(TermTable terms) {
        return new TermLookup(terms);
    }

    /** Better a start that is refused, or takes a little longer, than a first visitor who waits. */
    void readAtStart(@Observes StartupEvent started, TermLookup lookup) {
        lookup.search("a", 1);
    }
}
