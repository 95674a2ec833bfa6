package org.vitrail.node.site;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.TermReference;

/** How pages say sizes, days and terms. */
@TemplateExtension
final class Wording {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    private static final double STEP = 1000;

    private Wording() {}

    /** As {@code 3.4 MB}. */
    static String asSize(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return unit == 0
                ? bytes + " bytes"
                : String.format(Locale.ENGLISH, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** As {@code 22 November 2026}. */
    static String asDay(Instant instant) {
        return DAY.format(instant);
    }

    /** As {@code 22 November 2026, 10:00 UTC}. */
    static String asMinute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** The term's label, else its CURIE. */
    static String text(TermReference term) {
        return term.label() == null ? term.id() : term.label();
    }

    /** Where the term is defined; empty where that is not known. */
    static String iri(TermReference term) {
        return term.id() == null ? "" : Curie.findIri(term.id()).orElse("");
    }
}
