package org.vitrail.node.oaipmh;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * Lets a few lists be answered at once, so that harvesters can take neither the database's connections nor the memory from
 * visitors. Who finds it full is told when to come again. OAI-PMH §3.1.2.2.
 */
@ApplicationScoped
class ListGate {
    private final Semaphore places;
    private final long retryAfterSeconds;

    ListGate(OaiConfig config) {
        this.places = new Semaphore(config.listsAtOnce());
        this.retryAfterSeconds = config.retryAfter().toSeconds();
    }

    /** There is no place; the request should be repeated. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long retryAfterSeconds;

        Full(long retryAfterSeconds) {
            super("Too many lists are being answered at once.", null, false, false);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    /** The answering of a list. */
    @FunctionalInterface
    interface Answering<T> {
        T answer() throws OaiError;
    }

    /** @throws Full at once, where others take all places */
    <T> T pass(Answering<T> list) throws OaiError {
        if (!places.tryAcquire()) {
            throw new Full(retryAfterSeconds);
        }
        try {
            return list.answer();
        } finally {
            places.release();
        }
    }
}
