package org.vitrail.schema.completeness;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * How much of something recommended a description has.
 *
 * @param have of {@code of}; as many at most
 * @param of how many there could be; 0 where the question does not arise, which counts as all
 * @param missing path of the first place where something is missing; empty where nothing is
 */
record Share(long have, long of, String missing) {
    Share {
        have = Math.min(have, of);
    }

    /** All or nothing. */
    static Share given(String path, boolean given) {
        return new Share(given ? 1 : 0, 1, given ? "" : path);
    }

    /** So many of a wanted number. */
    static Share number(String path, long have, long wanted) {
        return new Share(have, wanted, have < wanted ? path : "");
    }

    /** Those of a list that have it. */
    static <T> Share among(List<T> all, Predicate<? super T> has, IntFunction<String> path) {
        long have = 0;
        String missing = "";
        for (int i = 0; i < all.size(); i++) {
            if (has.test(all.get(i))) {
                have++;
            } else if (missing.isEmpty()) {
                missing = path.apply(i);
            }
        }
        return new Share(have, all.size(), missing);
    }

    /** Both together. */
    Share plus(Share other) {
        return new Share(have + other.have, of + other.of, missing.isEmpty() ? other.missing : missing);
    }

    /** Points of a weight, rounded down, so that only all of it gives all points. */
    int points(int weight) {
        return of == 0 ? weight : Math.toIntExact(weight * have / of);
    }
}
