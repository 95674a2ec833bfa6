package org.vitrail.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.RegisteredNode;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.gateway.search.Facet;
import org.vitrail.gateway.search.Hit;
import org.vitrail.gateway.search.SearchAddresses;
import org.vitrail.gateway.search.SearchAnswer;
import org.vitrail.gateway.search.SearchParameters;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;

/** Makes the search page's view of an answer. */
@ApplicationScoped
class SearchViews {
    private static final int MOST_SUGGESTIONS = 5;

    private final NodeRegistry registry;
    private final TermLookup lookup;

    SearchViews(NodeRegistry registry, TermLookup lookup) {
        this.registry = registry;
        this.lookup = lookup;
    }

    SearchView found(SearchParameters parameters, SearchAnswer answer) {
        String next = answer.cursor() == null ? null : address(parameters, answer.cursor());
        return new SearchView(
                parameters,
                answer.total(),
                answer.results().stream().map(this::hit).toList(),
                facets(answer),
                answer.recognized(),
                next,
                parameters.cursor().isPresent() ? address(parameters, null) : null,
                otherKind(parameters),
                answer.total() == 0 ? suggestions(parameters) : List.of(),
                null);
    }

    SearchView failed(SearchParameters parameters, String failure) {
        return new SearchView(
                parameters, 0, List.of(), List.of(), List.of(), null, null, otherKind(parameters), List.of(), failure);
    }

    private HitView hit(Hit hit) {
        String title = registry.findNode(hit.node()).map(RegisteredNode::title).orElse(hit.node());
        return HitView.of(hit, title);
    }

    private static List<FacetView> facets(SearchAnswer answer) {
        List<FacetView> facets = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            if (answer.facets().containsKey(facet.word())) {
                facets.add(FacetView.of(
                        facet.word(), facet.title(), answer.facets().get(facet.word())));
            }
        }
        return facets;
    }

    private static String otherKind(SearchParameters parameters) {
        Repository other = parameters.repository() == Repository.DATASETS ? Repository.IMAGES : Repository.DATASETS;
        return "/?" + SearchPage.KIND + "=" + other.word() + "&"
                + SearchAddresses.query(parameters.ofKind(other), null);
    }

    private static String address(SearchParameters parameters, String cursor) {
        return "/?" + SearchPage.KIND + "=" + parameters.repository().word() + "&"
                + SearchAddresses.query(parameters, cursor);
    }

    private List<Suggestion> suggestions(SearchParameters parameters) {
        List<Suggestion> suggestions = new ArrayList<>();
        if (parameters.isNarrowed()) {
            suggestions.add(new Suggestion("The same without filters", address(parameters.withoutFilters(), null)));
        }
        for (String word : parameters.q().split("\\s+")) {
            for (Term term : word.length() < 3 ? List.<Term>of() : lookup.search(word, 2)) {
                suggestions.add(
                        new Suggestion("Everything on " + term.prefLabel(), "/?q=" + HitView.encode(term.prefLabel())));
            }
        }
        return suggestions.stream().distinct().limit(MOST_SUGGESTIONS).toList();
    }
}
