package org.vitrail.node.doi.datacite;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What became of a request. No reason ever holds the password. */
public sealed interface DataCiteAnswer {

    /** The states of a DOI at DataCite. */
    enum State {
        /** Known to its repository only; does not resolve, and may be deleted. */
        DRAFT,
        /** Resolves; its metadata are not shown. */
        REGISTERED,
        /** Resolves, and its metadata are found. */
        FINDABLE;

        /** Whether doi.org leads to the page: such a DOI can never be taken back. */
        public boolean resolves() {
            return this != DRAFT;
        }

        static Optional<State> find(String word) {
            for (State state : values()) {
                if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    /** DataCite did it. @param state of the DOI now, as DataCite says */
    record Accepted(State state) implements DataCiteAnswer {}

    /** Nobody can say whether it was done; the same request can be repeated. @param reason for operators */
    record Unavailable(String reason) implements DataCiteAnswer {}

    /** Too much at once, or maintenance (429, 503 with Retry-After). @param pause that DataCite asks for, of everything */
    record Throttled(String reason, Duration pause) implements DataCiteAnswer {}

    /** The account is not accepted (401, 403): nothing will be until an operator mends it. */
    record NotAllowed(String reason) implements DataCiteAnswer {}

    /** DataCite will not have it like this (422 and the like), which is a fault of ours. @param reason in DataCite's words */
    record Refused(String reason) implements DataCiteAnswer {}
}
