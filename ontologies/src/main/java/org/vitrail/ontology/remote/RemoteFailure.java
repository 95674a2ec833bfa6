package org.vitrail.ontology.remote;

import java.time.Duration;
import java.util.Optional;
import org.vitrail.ontology.OntologyFault;

/** A service that did not answer, too late, or not as it documents. */
public final class RemoteFailure extends OntologyFault {
    private final transient Duration retryAfter;

    RemoteFailure(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = null;
    }

    RemoteFailure(String message, Optional<Duration> retryAfter) {
        super(message);
        this.retryAfter = retryAfter.orElse(null);
    }

    /** How long the service asked to be left alone. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
