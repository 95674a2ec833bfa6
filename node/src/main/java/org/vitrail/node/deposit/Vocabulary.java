package org.vitrail.node.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermTable;

/** Gives the features the terms that this node knows. */
@Dependent
class Vocabulary {

    @Produces
    @Singleton
    TermTable terms() {
        return TermTable.builtIn();
    }

    @Produces
    @Singleton
    TermLookup lookup(TermTable terms) {
        return new TermLookup(terms);
    }
}
