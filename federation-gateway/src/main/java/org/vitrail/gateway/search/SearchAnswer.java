package org.vitrail.gateway.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.vitrail.schema.dataset.TermReference;

/**
 * What a search found; contracts §5.
 *
 * @param total exact
 * @param took milliseconds in the engine
 * @param recognized ontology terms that were recognized in the words
 * @param next address of the next page; null on the last
 * @param cursor where the next page begins; null on the last
 */
public record SearchAnswer(
        long total,
        long took,
        List<Hit> results,
        Map<String, List<FacetValue>> facets,
        List<TermReference> recognized,
        String next,
        @JsonIgnore String cursor) {}
