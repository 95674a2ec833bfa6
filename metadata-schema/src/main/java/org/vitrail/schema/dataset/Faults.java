package org.vitrail.schema.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one description, in the order found; for one thread. */
final class Faults {
    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2199;

    private final List<Fault> found = new ArrayList<>();

    /** @param arguments what the code names, in its order */
    void add(String path, FaultCode code, Object... arguments) {
        found.add(Fault.of(path, code, arguments));
    }

    void add(Fault fault) {
        found.add(fault);
    }

    /** A day that a calendar of our time has; four digits of the year, as XML Schema and DataCite want them. */
    void requireDate(String path, LocalDate date) {
        if (date != null && (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR)) {
            add(path, FaultCode.DATE_OUT_OF_RANGE, date);
        }
    }

    List<Fault> all() {
        return List.copyOf(found);
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Length in characters as a reader counts them, without spaces around; 0 for null. */
    static int length(String text) {
        if (text == null) {
            return 0;
        }
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length());
    }
}
