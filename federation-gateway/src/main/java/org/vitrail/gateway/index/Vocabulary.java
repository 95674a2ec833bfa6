package org.vitrail.gateway.index;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermTable;

/** The terms that the gateway knows: one table, read once. */
class Vocabulary {
    @Produces
    @Singleton
    TermTable terms() {
        return TermTable.builtIn();
    }

    @Produces
    @Singleton
    TermLookup lookup(TermTable table) {
        return new TermLookup(table);
    }
}
