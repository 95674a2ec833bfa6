package org.vitrail.node.findings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a curator decided about the findings of a deposit.
 *
 * @param acknowledged ids of the findings that the curator has looked at and takes on
 * @param covers digest over the files and findings that it was made on
 * @param decidedBy name of the curator, for people
 */
public record Decision(
        @JsonProperty("decision") Choice choice,
        String reason,
        List<String> acknowledged,
        @JsonIgnore String covers,
        String decidedBy,
        Instant decidedAt) {

    /** Copies the list. */
    public Decision {
        acknowledged = List.copyOf(acknowledged);
    }

    /** What can be decided. */
    public enum Choice {
        /** What can be removed is removed from the files kept; the rest is acknowledged. */
        REMOVE_AND_PUBLISH,
        /** The deposit goes back to its depositor. */
        RETURN;

        /** The word in JSON and in the database. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The choice of a word. */
        public static Optional<Choice> find(String word) {
            return Arrays.stream(values())
                    .filter(choice -> choice.word().equals(word))
                    .findFirst();
        }
    }
}
