package org.vitrail.gateway.portal;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vitrail.schema.dataset.TermReference;

/** How values look in pages. */
@TemplateExtension
final class Shown {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final String UNITS = "KMGTPE";
    private static final double STEP = 1024;
    private static final int BEGINNING = 260;

    private Shown() {}

    /** A point in time, to the second. */
    static String asTime(Instant time) {
        return MINUTE.format(time);
    }

    /** The day of a point in time, in UTC. */
    static String asDay(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A number of bytes in a unit that people read. */
    static String asSize(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length()) {
            size /= STEP;
            unit++;
        }
        return unit == 0
                ? bytes + " B"
                : String.format(Locale.ROOT, size < 10 ? "%.1f %siB" : "%.0f %siB", size, UNITS.charAt(unit - 1));
    }

    /** A count with thin groups of three digits. */
    static String asCount(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    /** A term's label, or its CURIE where there is none. */
    static String asText(TermReference term) {
        return term.label() != null ? term.label() : String.valueOf(term.id());
    }

    /** The beginning of a long text. */
    static String shortened(String text) {
        if (text.length() <= BEGINNING) {
            return text;
        }
        int end = text.lastIndexOf(' ', BEGINNING);
        return text.substring(0, end > 0 ? end : BEGINNING) + " …";
    }

    /** As part of an address's query. */
    static String urlEncode(String text) {
        return HitView.encode(text);
    }
}
