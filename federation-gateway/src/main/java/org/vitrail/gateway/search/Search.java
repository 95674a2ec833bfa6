package org.vitrail.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vitrail.gateway.index.Engine;
import org.vitrail.gateway.index.IndexAliases;
import org.vitrail.ontology.TermLookup.Recognition;
import org.vitrail.schema.dataset.TermReference;

/** Searches one of the two indices. */
@ApplicationScoped
public class Search {
    private static final String TIMEOUT = "10s";
    /** The engine's words for: to the end of that day. The day after has no name when it is the last of year 9999. */
    private static final String WHOLE_DAY = "||/d";

    private final Engine engine;
    private final IndexAliases aliases;
    private final NamedTerms terms;
    private final HitReader hits;
    private final FacetReader facets;
    private final SearchAddresses addresses;

    Search(
            Engine engine,
            IndexAliases aliases,
            NamedTerms terms,
            HitReader hits,
            FacetReader facets,
            SearchAddresses addresses) {
        this.engine = engine;
        this.aliases = aliases;
        this.terms = terms;
        this.hits = hits;
        this.facets = facets;
        this.addresses = addresses;
    }

    /**
     * One page of hits with the facets of all of them. While there is no index yet, nothing is found.
     *
     * @throws BadParameter when the cursor is not of this search
     * @throws org.vitrail.gateway.index.EngineUnavailable when the engine is away
     */
    public SearchAnswer find(SearchParameters parameters) {
        List<Recognition> recognized = terms.in(parameters.q());
        SearchRequest request = request(parameters, recognized);
        SearchResponse<ObjectNode> response =
                engine.call("The search", client -> client.search(request, ObjectNode.class));
        List<co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode>> found =
                response.hits().hits();
        boolean more = found.size() > parameters.size();
        List<co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode>> page =
                more ? found.subList(0, parameters.size()) : found;
        Optional<String> cursor =
                more ? Optional.of(Cursor.write(parameters, page.getLast().sort())) : Optional.empty();
        return new SearchAnswer(
                response.hits().total() == null ? 0 : response.hits().total().value(),
                response.took(),
                page.stream()
                        .map(hit ->
                                hits.read(parameters, recognized, new HitReader.Found(hit.source(), hit.highlight())))
                        .toList(),
                facets.read(parameters, response.aggregations()),
                recognized.stream()
                        .map(r -> new TermReference(r.term().id(), r.term().prefLabel()))
                        .distinct()
                        .toList(),
                cursor.map(next -> addresses.api(parameters, next)).orElse(null),
                cursor.orElse(null));
    }

    private SearchRequest request(SearchParameters parameters, List<Recognition> recognized) {
        Query words =
                parameters.q().isEmpty() ? WordQuery.everything() : WordQuery.of(parameters.q(), recognized, terms);
        List<Query> dates = published(parameters);
        List<Query> chosen = FacetQueries.filters(parameters, null);
        return SearchRequest.of(s -> {
            s.index(aliases.alias(parameters.repository()))
                    .ignoreUnavailable(true)
                    .query(q -> q.bool(b -> b.must(words).filter(dates)))
                    .postFilter(p -> p.bool(b -> b.filter(chosen)))
                    .aggregations(FacetQueries.counts(parameters))
                    .sort(parameters.sort().options())
                    .trackScores(parameters.sort() == Sort.RELEVANCE)
                    .trackTotalHits(t -> t.enabled(true))
                    .size(parameters.size() + 1)
                    .source(source -> source.filter(f -> f.includes("record", "own", "node")))
                    .timeout(TIMEOUT);
            if (!parameters.q().isEmpty()) {
                s.highlight(Highlights.asked());
            }
            parameters.cursor().map(cursor -> Cursor.read(parameters, cursor)).ifPresent(s::searchAfter);
            return s;
        });
    }

    private static List<Query> published(SearchParameters parameters) {
        if (parameters.from().isEmpty() && parameters.to().isEmpty()) {
            return List.of();
        }
        return List.of(Query.of(q -> q.range(r -> r.date(d -> {
            d.field("published");
            parameters.from().map(LocalDate::toString).ifPresent(d::gte);
            parameters.to().map(day -> day + WHOLE_DAY).ifPresent(d::lte);
            return d;
        }))));
    }
}
