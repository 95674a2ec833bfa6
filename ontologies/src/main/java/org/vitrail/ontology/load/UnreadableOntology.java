package org.vitrail.ontology.load;

import org.vitrail.ontology.OntologyFault;

/** A file that does not keep to its format, or is larger than allowed. Nothing of it was taken over. */
public final class UnreadableOntology extends OntologyFault {

    UnreadableOntology(String file, String why) {
        super(file + ": " + why);
    }

    UnreadableOntology(String file, long line, String why) {
        super(file + ", line " + line + ": " + why);
    }
}
