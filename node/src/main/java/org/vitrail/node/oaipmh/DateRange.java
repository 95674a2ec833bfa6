package org.vitrail.node.oaipmh;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * The datestamps of a selective harvest, both ends inclusive in the protocol's words. OAI-PMH §2.7.1 and §3.3.
 *
 * @param from first instant, or null
 * @param before first instant after the range, or null: the second or the day after {@code until}
 */
record DateRange(Instant from, Instant before) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final DateTimeFormatter STRICT_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    /** Reads the two arguments, each null where not given, in day or second granularity but the same one. */
    static DateRange read(String from, String until) throws OaiError {
        Instant start = from == null ? null : instant("from", from, 0);
        Instant end = until == null ? null : instant("until", until, 1);
        if (from != null && until != null) {
            if (from.length() != until.length()) {
                throw OaiError.badArgument("from and until have different granularities.");
            }
            if (!start.isBefore(end)) {
                throw OaiError.badArgument("from is later than until.");
            }
        }
        return new DateRange(start, end);
    }

    private static Instant instant(String name, String text, int unitsLater) throws OaiError {
        try {
            if (text.startsWith("0000")) {
                throw new DateTimeException("year zero, which XML Schema dates do not have");
            }
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text).plusDays(unitsLater);
                return day.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (SECOND.matcher(text).matches()) {
                return Instant.from(STRICT_SECOND.parse(text)).plusSeconds(unitsLater);
            }
        } catch (DateTimeException e) {
            throw OaiError.badArgument(name + " \"" + text + "\" is not a date of the calendar.");
        }
        throw OaiError.badArgument(name + " \"" + text + "\" is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ssZ.");
    }
}
