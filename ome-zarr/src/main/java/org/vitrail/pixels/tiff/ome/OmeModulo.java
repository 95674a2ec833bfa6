package org.vitrail.pixels.tiff.ome;

import java.util.List;

/**
 * A further axis that runs inside c, z or t, fastest: lifetimes, angles, phases. OME 6D, 7D and 8D storage, Modulo annotation.
 *
 * @param along C, Z or T
 * @param type in the file's word, e.g. {@code angle}
 * @param length positions
 * @param labels of the positions, or empty
 */
record OmeModulo(char along, String type, int length, List<String> labels) {

    private static final int MOST_POSITIONS = 10_000;

    /** Refuses lengths that no such axis has. */
    OmeModulo {
        if (length < 1 || length > MOST_POSITIONS) {
            throw new IllegalArgumentException("an axis along " + along + " has a length of " + length);
        }
        labels = List.copyOf(labels);
    }

    /** As Start, End and Step count it. */
    static OmeModulo ofRange(char along, String type, double start, double end, double step) {
        double length = Math.floor((end - start) / step + 1e-6) + 1;
        return new OmeModulo(along, type, length >= 1 && length <= MOST_POSITIONS ? (int) length : -1, List.of());
    }

    /** What a position is called. */
    String label(int position) {
        String label = position < labels.size() ? labels.get(position).strip() : "";
        return type + " " + (label.isEmpty() ? Integer.toString(position + 1) : label);
    }
}
