package org.vitrail.gateway.search;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrail.gateway.registry.Repository;

/** Reads the parameters of a search; what it does not understand it names. */
public final class ParameterReader {
    private static final int LONGEST_QUERY = 500;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_VALUES = 50;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Set<String> OTHERS = Set.of("q", "from", "to", "sort", "size", "cursor");

    private final MultivaluedMap<String, String> parameters;

    private ParameterReader(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * Checks and reads everything.
     *
     * @param also names of parameters that mean nothing to the search and are let pass
     * @throws BadParameter for the first parameter that is unknown or wrong
     */
    public static SearchParameters read(
            Repository repository, MultivaluedMap<String, String> parameters, Set<String> also) {
        return new ParameterReader(parameters).read(repository, also);
    }

    private SearchParameters read(Repository repository, Set<String> also) {
        Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
        parameters.forEach((name, values) -> {
            Optional<Facet> facet = Facet.ofWord(name);
            if (facet.isPresent()) {
                List<String> asked = facetValues(facet.get(), values);
                if (!asked.isEmpty()) {
                    chosen.put(facet.get(), asked);
                }
            } else if (!OTHERS.contains(name) && !also.contains(name)) {
                throw new BadParameter(
                        name, "There is no parameter \"" + shown(name) + "\"; /q/openapi lists those there are.");
            }
        });
        String q = query();
        Optional<LocalDate> from = date("from");
        Optional<LocalDate> to = date("to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new BadParameter("from", "from is after to; no day lies between them.");
        }
        return new SearchParameters(repository, q, chosen, from, to, sort(q), size(), single("cursor"));
    }

    private static List<String> facetValues(Facet facet, List<String> values) {
        List<String> asked = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (asked.size() > MOST_VALUES) {
            throw new BadParameter(
                    facet.word(),
                    "At most " + MOST_VALUES + " values of " + facet.word() + " can be asked for at once.");
        }
        for (String value : asked) {
            if (value.length() > LONGEST_VALUE) {
                throw new BadParameter(
                        facet.word(), "A value of " + facet.word() + " has at most " + LONGEST_VALUE + " characters.");
            }
            if (facet == Facet.YEAR && !YEAR.matcher(value).matches()) {
                throw new BadParameter("year", "year has four digits, e.g. 2026.");
            }
        }
        return asked;
    }

    private String query() {
        String q = single("q").orElse("");
        if (q.length() > LONGEST_QUERY) {
            throw new BadParameter("q", "q has at most " + LONGEST_QUERY + " characters.");
        }
        return q;
    }

    private Sort sort(String q) {
        return single("sort")
                .map(word -> Sort.ofWord(word)
                        .orElseThrow(() -> new BadParameter("sort", "sort is relevance, newest, oldest or title.")))
                .orElse(q.isEmpty() ? Sort.NEWEST : Sort.RELEVANCE);
    }

    private int size() {
        String wrong =
                "size is a whole number from 1 to " + SearchParameters.LARGEST_SIZE + "; use cursor to see more.";
        return single("size")
                .map(text -> {
                    try {
                        int size = Integer.parseInt(text);
                        if (size < 1 || size > SearchParameters.LARGEST_SIZE) {
                            throw new BadParameter("size", wrong);
                        }
                        return size;
                    } catch (NumberFormatException e) {
                        throw new BadParameter("size", wrong);
                    }
                })
                .orElse(SearchParameters.USUAL_SIZE);
    }

    private Optional<LocalDate> date(String name) {
        return single(name).map(text -> {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() < 0 || date.getYear() > 9999) {
                    throw new BadParameter(name, name + " is a day of our era, e.g. 2026-11-22.");
                }
                return date;
            } catch (DateTimeException e) {
                throw new BadParameter(name, name + " is a day, e.g. 2026-11-22.");
            }
        });
    }

    private Optional<String> single(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadParameter(name, name + " can be given only once.");
        }
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
