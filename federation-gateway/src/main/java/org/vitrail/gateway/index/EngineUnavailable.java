package org.vitrail.gateway.index;

import java.time.Duration;
import java.util.Optional;
import org.vitrail.gateway.GatewayException;

/** Elasticsearch did not answer, or said that it cannot now; nothing is lost, ask again. */
public class EngineUnavailable extends GatewayException {
    private static final long serialVersionUID = 1L;

    public EngineUnavailable(String what, Throwable cause) {
        super(
                503,
                "search-unavailable",
                what + ": the search engine is not reachable. Please try again in a moment.",
                cause);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(10));
    }
}
