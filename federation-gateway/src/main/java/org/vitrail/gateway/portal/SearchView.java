package org.vitrail.gateway.portal;

import java.util.List;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.gateway.search.SearchParameters;
import org.vitrail.gateway.search.Sort;
import org.vitrail.schema.dataset.TermReference;

/**
 * The search page.
 *
 * @param total of hits; 0 where the search failed
 * @param recognized terms recognized in the words
 * @param next address of the next page; null on the last
 * @param first address of the first page; null on it
 * @param otherKind address of the same search for the other kind
 * @param suggestions where nothing was found
 * @param failure why there are no hits; null where the search worked
 */
record SearchView(
        SearchParameters parameters,
        long total,
        List<HitView> hits,
        List<FacetView> facets,
        List<TermReference> recognized,
        String next,
        String first,
        String otherKind,
        List<Suggestion> suggestions,
        String failure) {

    public boolean images() {
        return parameters.repository() == Repository.IMAGES;
    }

    public String kind() {
        return images() ? "images" : "data sets";
    }

    /** In the singular where there is one. */
    public String counted() {
        return total == 1 ? (images() ? "image" : "data set") : kind();
    }

    public List<Sort> sorts() {
        return List.of(Sort.NEWEST, Sort.OLDEST, Sort.TITLE);
    }

    /** Whether the order is the one that comes by itself: by relevance, or the newest first where there are no words. */
    public boolean isUsualOrder() {
        return parameters.sort() == (parameters.q().isEmpty() ? Sort.NEWEST : Sort.RELEVANCE);
    }

    public String from() {
        return parameters.from().map(Object::toString).orElse("");
    }

    public String to() {
        return parameters.to().map(Object::toString).orElse("");
    }

    public boolean isNarrowed() {
        return parameters.isNarrowed();
    }

    public boolean isBare() {
        return parameters.q().isEmpty() && !parameters.isNarrowed();
    }
}
