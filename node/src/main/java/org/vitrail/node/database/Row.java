package org.vitrail.node.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The row a statement stands on, read by column name. */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /** Reads one row into a value. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws SQLException when a column is missing or of another type */
        T read(Row row) throws SQLException;
    }

    /** Text, or null. */
    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    /** Text, empty where null. */
    public Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }

    /** Texts of an array; none where null. */
    public List<String> texts(String column) throws SQLException {
        Array array = results.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Whole number; 0 where null. */
    public int integer(String column) throws SQLException {
        return results.getInt(column);
    }

    /** Long whole number; 0 where null. */
    public long longInteger(String column) throws SQLException {
        return results.getLong(column);
    }

    /** Truth value; false where null. */
    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    /** Point in time, or null. */
    public Instant instant(String column) throws SQLException {
        OffsetDateTime value = results.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
