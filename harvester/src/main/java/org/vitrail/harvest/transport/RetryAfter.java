package org.vitrail.harvest.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The Retry-After header: seconds or an HTTP date (RFC 9110 §10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /** How long to wait, never negative; empty when the header cannot be read. */
    static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        if (value.matches("\\d{1,9}(\\.\\d+)?")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.replaceAll("\\..*", ""))));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
