package org.vitrail.gateway.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.vitrail.gateway.GatewayException;

/** A statement failed; the message names the statement, never its values. */
public class DatabaseFailed extends GatewayException {
    private static final long serialVersionUID = 1L;

    DatabaseFailed(String statement, SQLException cause) {
        super(503, "database-unavailable", "Statement failed: " + statement, cause);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(30));
    }
}
