package org.vitrail.ontology.fetch;

import org.vitrail.ontology.OntologyFault;

/** A file that could not be fetched: forbidden address, answer other than 200, too large, too slow, cut. */
public final class FetchFailed extends OntologyFault {

    FetchFailed(String message) {
        super(message);
    }

    FetchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
