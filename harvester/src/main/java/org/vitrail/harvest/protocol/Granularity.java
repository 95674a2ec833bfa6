package org.vitrail.harvest.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How finely a repository tells time (OAI-PMH 2.0 §3.3); what it says in Identify decides how it is asked. */
public enum Granularity {
    /** {@code YYYY-MM-DD}: every repository understands it. */
    DAY,
    /** {@code YYYY-MM-DDThh:mm:ssZ}. */
    SECOND;

    /** The date as a request's argument; a day is rounded down, so that nothing is missed at its lower end. */
    public String format(Instant time) {
        return this == SECOND
                ? time.truncatedTo(ChronoUnit.SECONDS).toString()
                : DateTimeFormatter.ISO_LOCAL_DATE.format(time.atOffset(ZoneOffset.UTC));
    }

    /** What Identify's text means; {@code DAY} when it is unknown, because no repository may refuse days. */
    static Granularity of(String identifyText) {
        return identifyText != null
                        && identifyText.toLowerCase(java.util.Locale.ROOT).contains("hh:mm:ss")
                ? SECOND
                : DAY;
    }

    /** Reads dates as the world writes them: days, seconds, fractions, offsets, a blank for T, a missing Z. */
    public static Optional<Instant> parse(String text) {
        String date = text.strip().replace(' ', 'T');
        try {
            if (date.length() <= 10) {
                return Optional.of(
                        LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean zoned = date.endsWith("Z") || date.endsWith("z") || date.matches(".*[+-]\\d\\d:?\\d\\d");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(date.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                                    .toInstant()
                            : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
