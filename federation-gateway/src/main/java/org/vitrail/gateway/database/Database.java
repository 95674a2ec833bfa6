package org.vitrail.gateway.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements on the gateway's database, each in the surrounding transaction or, without one, by itself.
 *
 * <p>Parameters: text, numbers, truth values, bytes, {@link Instant}, null. JSON is passed as text and cast in the statement
 * ({@code ?::jsonb}). Safe for use by many threads.
 */
@ApplicationScoped
public class Database {
    private final AgroalDataSource source;

    /** @param source the pool; its connections join the JTA transaction of the thread */
    public Database(AgroalDataSource source) {
        this.source = source;
    }

    /** Runs the work in one transaction, joining one that is already open; any exception rolls it back. */
    public void inTransaction(Runnable work) {
        QuarkusTransaction.joiningExisting().run(work);
    }

    /** All rows, in the order of the statement. */
    public <T> List<T> list(String statement, Row.Reader<T> reader, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, parameters);
            try (ResultSet results = prepared.executeQuery()) {
                Row row = new Row(results);
                List<T> values = new ArrayList<>();
                while (results.next()) {
                    values.add(reader.read(row));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(statement, e);
        }
    }

    /** The first row. */
    public <T> Optional<T> find(String statement, Row.Reader<T> reader, Object... parameters) {
        return list(statement, reader, parameters).stream().findFirst();
    }

    /** Changes rows and tells how many. */
    public int update(String statement, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, parameters);
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(statement, e);
        }
    }

    /** Runs one statement for many rows; nothing where there are none. */
    public void updateAll(String statement, Collection<Object[]> rows) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (Object[] row : rows) {
                bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailed(statement, e);
        }
    }

    private static void bind(PreparedStatement prepared, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameters[i];
            if (value instanceof byte[] bytes) {
                prepared.setBytes(i + 1, bytes);
            } else {
                prepared.setObject(i + 1, value);
            }
        }
    }
}
