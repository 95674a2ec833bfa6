package org.vitrail.cli.image;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.Printable;

/** Prints facts for people: one a line, what belongs together indented. */
final class FactsPrinter {

    private static final String FINDINGS = "findings";

    private final PrintWriter out;
    private final boolean everyFinding;

    /** @param everyFinding false to tell what could reveal a person in one line for each kind */
    FactsPrinter(PrintWriter out, boolean everyFinding) {
        this.out = out;
        this.everyFinding = everyFinding;
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
                if (FINDINGS.equals(key) && !everyFinding) {
                    printFindings(indent + "  ", list);
                } else {
                    list.forEach(entry -> printEntry(indent + "  ", (Map<?, ?>) entry));
                }
            } else {
                out.println(indent + Printable.of(key + ": " + (List.of().equals(value) ? "none" : value)));
            }
        });
    }

    private void printFindings(String indent, List<?> findings) {
        List<Map<?, ?>> entries = new ArrayList<>();
        findings.forEach(finding -> entries.add((Map<?, ?>) finding));
        FindingLines.of(entries).forEach(line -> out.println(indent + Printable.of(line)));
        if (entries.size() > 1) {
            out.println(indent + "(%d in all; --findings tells each)".formatted(entries.size()));
        }
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
