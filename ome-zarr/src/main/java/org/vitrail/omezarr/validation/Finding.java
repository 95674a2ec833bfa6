package org.vitrail.omezarr.validation;

import java.util.Objects;

/**
 * One thing that is wrong, or should be better.
 *
 * @param rule its kind, which decides its severity
 * @param path key of the object below the root; of a document followed by {@code #} and a JSON pointer (RFC 6901); empty for the root
 * @param section specification and section, e.g. {@code OME-NGFF 0.5, multiscales metadata}
 * @param problem what it is
 * @param advice what to do
 */
public record Finding(Rule rule, String path, String section, String problem, String advice) {

    /** Refuses null. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(advice, "advice");
    }

    /** Severity of its kind. */
    public Severity severity() {
        return rule.severity();
    }

    /** In one line. */
    @Override
    public String toString() {
        return severity() + " " + path + ": " + sentence(problem) + " " + sentence(advice) + " (" + section + ")";
    }

    /** What a store says of itself may be a sentence already. */
    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
