package org.vitrail.omezarr.validation;

import java.util.List;
import java.util.Map;
import org.vitrail.pixels.Printable;

/** What came of a validation. */
public sealed interface Validation {

    /**
     * The hierarchy was looked at.
     *
     * @param version of OME-NGFF by which it was judged: {@code 0.4} or {@code 0.5}
     * @param findings in the order of the walk, at most {@value Findings#MOST_OF_A_KIND} of a kind
     * @param numbers how many findings of each kind there were, kept or not
     * @param looked how much was looked at
     */
    record Checked(String version, List<Finding> findings, Map<Rule, Long> numbers, Looked looked)
            implements Validation {

        /** Copies. */
        public Checked {
            findings = List.copyOf(findings);
            numbers = Map.copyOf(numbers);
        }

        /** True without errors; warnings do not count. */
        public boolean isValid() {
            return number(Severity.ERROR) == 0;
        }

        /** Number of findings of a severity, kept or not. */
        public long number(Severity severity) {
            return numbers.entrySet().stream()
                    .filter(entry -> entry.getKey().severity() == severity)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /**
     * Nothing could be judged.
     *
     * @param reason what was not there, or did not answer, and what to do
     */
    record Unread(String reason) implements Validation {

        /** Makes it fit for a line. */
        public Unread {
            reason = Printable.of(reason);
        }
    }

    /**
     * How much was looked at.
     *
     * @param images multiscale images, label images too
     * @param arrays whose metadata were read
     * @param wells of a plate
     * @param objects stored chunks or shards that were read
     * @param chunks that were decoded
     * @param decodedBytes that came out of them
     * @param digests of pixels that were noted by our writer and compared
     * @param strays true when objects that belong to no chunk were looked for in every array, which needs a store that lists
     */
    record Looked(
            long images,
            long arrays,
            long wells,
            long objects,
            long chunks,
            long decodedBytes,
            long digests,
            boolean strays) {}
}
