package org.vitrail.schema.dataset;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrail.schema.language.Language;

/**
 * Where in a text something stands.
 *
 * @param file name; null if it is no file, or not known which
 * @param line from 1; 0 if unknown, likewise column, which counts characters or, in a table, cells
 */
public record TextPlace(String file, int line, int column) {
    /** Nowhere in particular. */
    public static final TextPlace UNKNOWN = new TextPlace(null, 0, 0);

    /** A line of a text whose name is the caller's to say. */
    static TextPlace line(int line) {
        return new TextPlace(null, Math.max(line, 0), 0);
    }

    /** The same place, in a file of this name. */
    public TextPlace in(String name) {
        return new TextPlace(name, line, column);
    }

    Integer lineOrNull() {
        return line == 0 ? null : (Integer) line;
    }

    Integer columnOrNull() {
        return column == 0 ? null : (Integer) column;
    }

    /** As {@code images.tsv, line 3, column 2}; empty if nothing is known. */
    String in(Language language) {
        return Stream.of(file == null ? "" : file, part(language, "line", line), part(language, "column", column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(Language language, String key, int number) {
        return number == 0 ? "" : Fault.wording().text(language, key, Map.of("number", number));
    }
}
