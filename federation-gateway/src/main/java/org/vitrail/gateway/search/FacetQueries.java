package org.vitrail.gateway.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Filters and counts of facets. A facet's counts leave out its own choice, so that its other values stay in sight: OR within a
 * facet, AND between facets.
 */
final class FacetQueries {
    static final String VALUES = "values";
    static final String CHOSEN = "chosen-";
    private static final int MOST_VALUES = 30;

    private FacetQueries() {}

    /** What has to hold for all facets but one. @param left null for none */
    static List<Query> filters(SearchParameters parameters, Facet left) {
        List<Query> filters = new ArrayList<>();
        parameters.chosen().forEach((facet, values) -> {
            if (facet != left) {
                filters.add(anyOf(facet, values));
            }
        });
        return filters;
    }

    static Query anyOf(Facet facet, List<String> values) {
        List<FieldValue> asked = values.stream().map(FieldValue::of).toList();
        List<Query> any = facet.filterFields().stream()
                .map(field -> Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(asked)))))
                .toList();
        return Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1")));
    }

    /** One aggregation for each facet, by its word. */
    static Map<String, Aggregation> counts(SearchParameters parameters) {
        Map<String, Aggregation> counts = new HashMap<>();
        for (Facet facet : Facet.values()) {
            if (facet.isCounted()) {
                counts.put(facet.word(), count(parameters, facet));
            }
        }
        return counts;
    }

    private static Aggregation count(SearchParameters parameters, Facet facet) {
        Map<String, Aggregation> inner = new HashMap<>();
        inner.put(
                VALUES,
                Aggregation.of(a -> a.terms(t -> t.field(facet.countedField()).size(MOST_VALUES))));
        List<String> chosen = parameters.chosenOf(facet);
        for (int i = 0; i < chosen.size(); i++) {
            Query one = anyOf(facet, List.of(chosen.get(i)));
            inner.put(CHOSEN + i, Aggregation.of(a -> a.filter(one)));
        }
        List<Query> others = filters(parameters, facet);
        return Aggregation.of(a -> a.filter(f -> f.bool(b -> b.filter(others))).aggregations(inner));
    }
}
