package org.vitrail.schema.dataset;

import java.util.List;

/** Defensive copies for the components of records. */
final class Components {
    private Components() {}

    /** An immutable copy; null becomes the empty list. */
    static <T> List<T> list(List<T> given) {
        if (given == null) {
            return List.of();
        }
        for (T entry : given) {
            if (entry == null) {
                throw new IllegalArgumentException("a list has an empty entry; fill it in or remove it");
            }
        }
        return List.copyOf(given);
    }
}
