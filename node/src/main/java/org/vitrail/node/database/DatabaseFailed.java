package org.vitrail.node.database;

import java.sql.SQLException;
import java.util.Set;

/** A statement failed; the message names the statement, never its values. */
public class DatabaseFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> UNFIT_TEXT = Set.of("22021", "22P05");
    private final String sqlState;

    DatabaseFailed(String statement, SQLException cause) {
        super("Statement failed: " + statement, cause);
        this.sqlState = cause.getSQLState();
    }

    /** Whether a text has a character that PostgreSQL does not store: NUL. */
    public boolean isUnfitText() {
        return UNFIT_TEXT.contains(sqlState);
    }

    /** Whether a unique constraint refused the row. */
    public boolean isDuplicate() {
        return UNIQUE_VIOLATION.equals(sqlState);
    }
}
