package org.vitrail.cli.image;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What could reveal a person, in few lines: one for each kind and treatment, with the places. What a curator has to look at stands first,
 * with the reason.
 */
final class FindingLines {

    private static final int MOST_PLACES = 12;

    private final String kind;
    private final boolean curator;
    private final String reason;
    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> files = new LinkedHashSet<>();
    private int count;

    private FindingLines(Map<?, ?> finding) {
        this.kind = words(finding.get("kind"));
        this.curator = isForCurator(finding);
        this.reason = String.valueOf(finding.get("reason"));
    }

    /** @param findings with kind, file, where, reason and treatment each, as {@link FilesetFacts} tells them */
    static List<String> of(List<Map<?, ?>> findings) {
        Map<String, FindingLines> lines = new LinkedHashMap<>();
        for (Map<?, ?> finding : findings) {
            String key = finding.get("kind") + (isForCurator(finding) ? " " + finding.get("reason") : "");
            lines.computeIfAbsent(key, first -> new FindingLines(finding)).add(finding);
        }
        return lines.values().stream()
                .sorted((one, other) -> Boolean.compare(other.curator, one.curator))
                .map(FindingLines::line)
                .toList();
    }

    private static boolean isForCurator(Map<?, ?> finding) {
        return "CURATOR".equals(finding.get("treatment"));
    }

    private static String words(Object kind) {
        String words = String.valueOf(kind).replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.equals("uid") ? "UID" : words;
    }

    private void add(Map<?, ?> finding) {
        count++;
        places.add(String.valueOf(finding.get("where")));
        files.add(String.valueOf(finding.get("file")));
    }

    private String line() {
        String shown = places.stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
        int more = places.size() - MOST_PLACES;
        return "%s, %s, %d in %s: %s%s%s"
                .formatted(
                        kind,
                        curator ? "for a curator" : "removed",
                        count,
                        files.size() == 1 ? files.iterator().next() : files.size() + " files",
                        shown,
                        more > 0 ? " and %d more places".formatted(more) : "",
                        curator ? ". " + reason : "");
    }
}
