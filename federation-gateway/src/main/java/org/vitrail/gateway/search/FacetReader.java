package org.vitrail.gateway.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.gateway.index.TermFields;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.RegisteredNode;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermTable;

/** Turns the engine's counts into facets with labels; a chosen value is there even where nothing carries it itself. */
@ApplicationScoped
class FacetReader {
    private final TermTable table;
    private final NodeRegistry registry;

    FacetReader(TermTable table, NodeRegistry registry) {
        this.table = table;
        this.registry = registry;
    }

    /** By word, in the order of {@link Facet}; facets without values are left out. */
    Map<String, List<FacetValue>> read(SearchParameters parameters, Map<String, Aggregate> counts) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            Aggregate counted = counts.get(facet.word());
            if (counted != null) {
                List<FacetValue> values =
                        values(parameters, facet, counted.filter().aggregations());
                if (!values.isEmpty()) {
                    facets.put(facet.word(), values);
                }
            }
        }
        return facets;
    }

    private List<FacetValue> values(SearchParameters parameters, Facet facet, Map<String, Aggregate> counted) {
        Map<String, FacetValue> values = new LinkedHashMap<>();
        List<String> chosen = parameters.chosenOf(facet);
        for (int i = 0; i < chosen.size(); i++) {
            String id = chosen.get(i);
            long count = counted.get(FacetQueries.CHOSEN + i).filter().docCount();
            values.put(id, new FacetValue(id, label(facet, id, null), count, true));
        }
        for (StringTermsBucket bucket :
                counted.get(FacetQueries.VALUES).sterms().buckets().array()) {
            String key = bucket.key().stringValue();
            int cut = facet.branch().isPresent() ? key.indexOf(TermFields.SEPARATOR) : -1;
            String id = cut < 0 ? key : key.substring(0, cut);
            String label = cut < 0 ? null : key.substring(cut + 1);
            values.putIfAbsent(id, new FacetValue(id, label(facet, id, label), bucket.docCount(), false));
        }
        return new ArrayList<>(values.values());
    }

    private String label(Facet facet, String id, String given) {
        if (facet == Facet.NODE) {
            return registry.findNode(id).map(RegisteredNode::title).orElse(null);
        }
        if (facet.branch().isEmpty()) {
            return null;
        }
        return table.findTerm(id).map(Term::prefLabel).orElse(given);
    }
}
