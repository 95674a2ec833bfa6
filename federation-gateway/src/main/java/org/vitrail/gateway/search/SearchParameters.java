package org.vitrail.gateway.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrail.gateway.registry.Repository;

/**
 * What is asked for; checked.
 *
 * @param q words, or empty
 * @param chosen values by facet; one of them has to match in each facet
 * @param from first day of publication
 * @param to last day of publication
 * @param cursor as given, where to go on; not checked yet
 */
public record SearchParameters(
        Repository repository,
        String q,
        Map<Facet, List<String>> chosen,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Sort sort,
        int size,
        Optional<String> cursor) {
    public static final int USUAL_SIZE = 20;
    public static final int LARGEST_SIZE = 100;

    public SearchParameters {
        chosen = Map.copyOf(chosen);
    }

    public List<String> chosenOf(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    public boolean isNarrowed() {
        return !chosen.isEmpty() || from.isPresent() || to.isPresent();
    }

    /** The same search for the other kind, from its first page. */
    public SearchParameters ofKind(Repository other) {
        return new SearchParameters(other, q, chosen, from, to, sort, size, Optional.empty());
    }

    /** The same words alone, from the first page. */
    public SearchParameters withoutFilters() {
        return new SearchParameters(
                repository, q, Map.of(), Optional.empty(), Optional.empty(), sort, size, Optional.empty());
    }

    /** What a cursor belongs to: everything but size and cursor. */
    String fingerprintText() {
        Map<String, List<String>> sorted = new TreeMap<>();
        chosen.forEach((facet, values) ->
                sorted.put(facet.word(), values.stream().sorted().toList()));
        return String.join(
                "\u0000", repository.word(), q, sorted.toString(), from.toString(), to.toString(), sort.word());
    }
}
