package org.vitrail.gateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A value that hits can be narrowed to.
 *
 * @param id CURIE or word: what to give as parameter
 * @param label for people; null where the id is all there is
 * @param count hits that would be found with it
 * @param chosen whether it is asked for
 */
public record FacetValue(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) String label,
        long count,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean chosen) {

    /** The label, else the id. */
    public String shown() {
        return label == null ? id : label;
    }
}
