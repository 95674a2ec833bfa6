package org.vitrail.gateway.search;

import java.util.Optional;
import org.vitrail.gateway.GatewayException;

/** A parameter of a request cannot be understood; the message says what would be. */
public class BadParameter extends GatewayException {
    private static final long serialVersionUID = 1L;
    private final String name;

    public BadParameter(String name, String message) {
        super(400, "bad-parameter", message);
        this.name = name;
    }

    @Override
    public Optional<String> parameter() {
        return Optional.of(name);
    }
}
