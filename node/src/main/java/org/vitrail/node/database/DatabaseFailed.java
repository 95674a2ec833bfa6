package org.vitrail.node.database;

import java.sql.SQLException;

/** A statement failed; the message names the statement, never its values. */
public class DatabaseFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";
    private final String sqlState;

    DatabaseFailed(String statement, SQLException cause) {
        super("Statement failed: " + statement, cause);
        this.sqlState = cause.getSQLState();
    }

    /** Whether a unique constraint refused the row. */
    public boolean isDuplicate() {
        return UNIQUE_VIOLATION.equals(sqlState);
    }
}
