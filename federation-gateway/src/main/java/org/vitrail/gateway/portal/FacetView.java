package org.vitrail.gateway.portal;

import java.util.List;
import org.vitrail.gateway.search.FacetValue;

/**
 * A facet in the search page.
 *
 * @param shown values that are seen at once
 * @param more values behind a "more"
 */
record FacetView(String word, String title, List<FacetValue> shown, List<FacetValue> more) {
    private static final int SEEN_AT_ONCE = 6;

    static FacetView of(String word, String title, List<FacetValue> values) {
        int seen = Math.max(
                SEEN_AT_ONCE, (int) values.stream().filter(FacetValue::chosen).count());
        int cut = values.size() <= seen + 1 ? values.size() : seen;
        return new FacetView(word, title, values.subList(0, cut), values.subList(cut, values.size()));
    }
}
