package org.vitrail.harvest.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was unlike the standard and mended on the way: each kind once, with how often. */
final class Warnings {

    private final Map<String, Long> counts = new LinkedHashMap<>();

    void add(String message) {
        add(message, 1);
    }

    void add(String message, long times) {
        counts.merge(message, times, Long::sum);
    }

    List<String> list() {
        return counts.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " (" + e.getValue() + " times)")
                .toList();
    }
}
