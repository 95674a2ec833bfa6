package org.vitrail.node.deposit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a deposit. Returned by a curator, it is a draft again. */
public enum DepositState {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    PUBLISHING,
    PUBLISHED;

    /** The word in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DepositState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
