package org.vitrail.node.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs statements on the node's database, each in the surrounding transaction or, without one, by itself.
 *
 * <p>Parameters: text, numbers, truth values, {@link Instant}, {@link LocalDate}, collections of text (as {@code text[]}),
 * null. JSON is passed as text and cast in the statement ({@code ?::jsonb}). Safe for use by many threads.
 */
@ApplicationScoped
public class Database {
    private final AgroalDataSource source;

    /** @param source the pool; its connections join the JTA transaction of the thread */
    public Database(AgroalDataSource source) {
        this.source = source;
    }

    /** Runs the work in one transaction, joining one that is already open; any exception rolls it back. */
    public <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.joiningExisting().call(work::get);
    }

    /** As {@link #inTransaction(Supplier)}, without a result. */
    public void inTransaction(Runnable work) {
        QuarkusTransaction.joiningExisting().run(work);
    }

    /** All rows, in the order of the statement. */
    public <T> List<T> list(String statement, Row.Reader<T> reader, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = prepare(connection, statement, parameters);
                ResultSet results = prepared.executeQuery()) {
            Row row = new Row(results);
            List<T> values = new ArrayList<>();
            while (results.next()) {
                values.add(reader.read(row));
            }
            return values;
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
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(statement, e);
        }
    }

    /** Runs one statement for many rows. */
    public void updateAll(String statement, Collection<Object[]> rows) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (Object[] row : rows) {
                bind(connection, prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailed(statement, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            bind(connection, prepared, parameters);
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement prepared, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = switch (parameters[i]) {
                case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                case Collection<?> texts -> connection.createArrayOf("text", texts.toArray());
                case null -> null;
                default -> parameters[i];
            };
            prepared.setObject(i + 1, value);
        }
    }
}
