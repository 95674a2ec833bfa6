package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrail.pixels.PixelShape;

/**
 * Which of t, c, z, y, x an array has: y and x always, another when it is longer than 1 or the source names it.
 *
 * @param letters in the order of the array
 */
record AxisSelection(String letters) {

    private static final String ALL = "tczyx";

    static AxisSelection of(PixelShape shape, String named) {
        long[] lengths = {shape.t(), shape.c(), shape.z(), shape.y(), shape.x()};
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < ALL.length(); i++) {
            if (i >= 3 || lengths[i] > 1 || named != null && named.indexOf(ALL.charAt(i)) >= 0) {
                letters.append(ALL.charAt(i));
            }
        }
        return new AxisSelection(letters.toString());
    }

    private int[] positions() {
        return letters.chars().map(ALL::indexOf).toArray();
    }

    /** Of one value for each of t, c, z, y, x those of the axes there are. */
    long[] pick(long[] five) {
        return Arrays.stream(positions()).mapToLong(i -> five[i]).toArray();
    }

    int[] pick(int[] five) {
        return Arrays.stream(positions()).map(i -> five[i]).toArray();
    }

    double[] pick(double[] five) {
        return Arrays.stream(positions()).mapToDouble(i -> five[i]).toArray();
    }

    List<String> pick(String[] five) {
        List<String> picked = new ArrayList<>();
        IntStream.of(positions()).forEach(i -> picked.add(five[i]));
        return Collections.unmodifiableList(picked);
    }
}
