package org.vitrail.ontology;

/** Something about an ontology that its user or an operator can mend; the message says what, where and how. */
public class OntologyFault extends RuntimeException {

    public OntologyFault(String message) {
        super(message);
    }

    public OntologyFault(String message, Throwable cause) {
        super(message, cause);
    }
}
