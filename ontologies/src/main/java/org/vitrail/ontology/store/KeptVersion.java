package org.vitrail.ontology.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of an ontology in the store.
 *
 * @param source file name, URL without query, or bioportal:ACRONYM
 * @param terms how many, obsolete ones included
 * @param sha256 of the unpacked table, in hexadecimal
 */
public record KeptVersion(String acronym, String version, String source, int terms, String sha256, Instant loadedAt) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Oldest first: by the date that the version's name holds, else the day it was loaded; then by the time of loading. */
    static final Comparator<KeptVersion> BY_AGE =
            Comparator.comparing(KeptVersion::date).thenComparing(KeptVersion::loadedAt);

    private String date() {
        Matcher date = DATE.matcher(version);
        return date.find() ? date.group() : loadedAt.toString().substring(0, 10);
    }
}
