package org.vitrail.gateway.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Locks across all gateways of one database, by PostgreSQL's advisory locks (§13.3.5).
 *
 * <p>Each held lock keeps a connection of its own, so that it ends with the process or the network, never later.
 */
@ApplicationScoped
public class RunLock {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AgroalDataSource source;

    public RunLock(AgroalDataSource source) {
        this.source = source;
    }

    /** A lock that is held until closed. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes the lock alone; empty when somebody else holds it in any way. Does not wait. */
    public Optional<Held> tryAlone(String name) {
        return tryLock(name, "pg_try_advisory_lock", "pg_advisory_unlock");
    }

    /** Takes the lock together with others who share it; empty when somebody holds it alone. Does not wait. */
    public Optional<Held> tryShared(String name) {
        return tryLock(name, "pg_try_advisory_lock_shared", "pg_advisory_unlock_shared");
    }

    /** As {@link #tryAlone} or {@link #tryShared}, asked again until it is free or the patience ends. */
    public Optional<Held> await(Supplier<Optional<Held>> lock, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Held> held = lock.get();
        while (held.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            held = lock.get();
        }
        return held;
    }

    private Optional<Held> tryLock(String name, String lock, String unlock) {
        Connection connection = null;
        boolean taken = false;
        try {
            connection = source.getConnection();
            taken = call(connection, lock, name);
            Connection holding = connection;
            return taken ? Optional.of(() -> release(holding, unlock, name)) : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailed("select " + lock, e);
        } finally {
            if (!taken) {
                close(connection);
            }
        }
    }

    private static boolean call(Connection connection, String function, String name) throws SQLException {
        String statement = "select " + function + "(hashtextextended(?, 0))";
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, "vitrail-gateway:" + name);
            try (ResultSet results = prepared.executeQuery()) {
                results.next();
                return results.getBoolean(1);
            }
        }
    }

    private static void release(Connection connection, String unlock, String name) {
        try (connection) {
            call(connection, unlock, name);
        } catch (SQLException e) {
            throw new DatabaseFailed("select " + unlock, e);
        }
    }

    private static void close(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseFailed("close", e);
        }
    }
}
