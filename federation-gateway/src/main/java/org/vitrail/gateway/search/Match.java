package org.vitrail.gateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why a hit is one.
 *
 * @param field the kind of term: organism, method, cellType, anatomy, term
 * @param asked CURIE that was asked for, or recognized in the words
 * @param askedLabel its label
 * @param by CURIE of the hit's own term that lies at or below it
 * @param label its label
 * @param relation isA or partOf; null where asked and by are the same
 * @param text the words that were recognized; null where the CURIE itself was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Match(
        String field, String asked, String askedLabel, String by, String label, String relation, String text) {}
