package org.vitrail.omezarr.validation;

/**
 * How thoroughly something is validated.
 *
 * @param chunks true to read and decode every stored chunk too
 * @param threads that decode, ≥ 1
 */
public record ValidationOptions(boolean chunks, int threads) {

    /** Refuses less than one thread. */
    public ValidationOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread, not " + threads);
        }
    }

    /** Metadata only. */
    public static ValidationOptions metadata() {
        return new ValidationOptions(false, 1);
    }

    /** Metadata and chunks, on as many threads as there are processors. */
    public static ValidationOptions everything() {
        return new ValidationOptions(true, Runtime.getRuntime().availableProcessors());
    }
}
