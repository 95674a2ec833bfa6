package org.vitrail.cli.image;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.Printable;

/** Prints facts for people: one a line, what belongs together indented. */
final class FactsPrinter {

    private final PrintWriter out;

    FactsPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(Map<?, ?> found) {
        print("", found);
    }

    private void print(String indent, Map<?, ?> found) {
        found.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map) {
                out.println(indent + Printable.of(key + ":"));
                print(indent + "  ", map);
            } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
                out.println(indent + Printable.of(key + ":"));
                list.forEach(entry -> printEntry(indent + "  ", (Map<?, ?>) entry));
            } else {
                out.println(indent + Printable.of(key + ": " + (List.of().equals(value) ? "none" : value)));
            }
        });
    }

    /** On one line, unless something in it has lines of its own. */
    private void printEntry(String indent, Map<?, ?> entry) {
        boolean deep = entry.values().stream()
                .anyMatch(value -> value instanceof Map
                        || value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map);
        if (deep) {
            out.println(indent + "-");
            print(indent + "  ", entry);
        } else {
            out.println(indent + Printable.of(line(entry)));
        }
    }

    private static String line(Map<?, ?> entry) {
        StringBuilder line = new StringBuilder();
        entry.forEach((key, value) ->
                line.append(line.isEmpty() ? "" : ", ").append(key).append(' ').append(value));
        return line.toString();
    }
}
