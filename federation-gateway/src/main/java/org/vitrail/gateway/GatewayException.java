package org.vitrail.gateway;

import java.time.Duration;
import java.util.Optional;

/** Base of the gateway's exceptions: each is one thing that a caller or an operator can act on, with its HTTP status. */
public abstract class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String type;

    /** @param type last part of the problem's {@code type} (RFC 9457 §3.1.1), e.g. {@code bad-parameter} */
    protected GatewayException(int status, String type, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.type = type;
    }

    protected GatewayException(int status, String type, String message) {
        this(status, type, message, null);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /** The parameter that is at fault, where one is. */
    public Optional<String> parameter() {
        return Optional.empty();
    }

    /** When to ask again, where that helps. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
