package org.vitrail.cli.harvest;

import java.time.Duration;
import java.time.Instant;
import org.vitrail.harvest.protocol.Granularity;

/** A date as the command line takes it: {@code 2026-11-20} or {@code 2026-11-20T10:00:00Z}. */
final class DateOption {

    private DateOption() {}

    /** @throws IllegalArgumentException when the text is no date; its message is for the user */
    static Instant first(String text) {
        return Granularity.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + text + "\" is not a date; write 2026-11-20 or 2026-11-20T10:00:00Z"));
    }

    /** The last second of a day, since {@code until} is inclusive. */
    static Instant last(String text) {
        Instant first = first(text);
        return text.strip().length() > 10
                ? first
                : first.plus(Duration.ofDays(1)).minusSeconds(1);
    }
}
