package org.vitrail.pixels.dicom.identity;

import java.util.Arrays;
import java.util.List;

/**
 * Bytes of coded pixel data that no decoder needs, and that can be zeroed where they stand.
 *
 * @param from of the first
 * @param to behind the last
 * @param what they are, e.g. {@code JPEG comment}
 */
record Gap(int from, int to, String what) {

    /** What is behind the coded data, where one byte makes the length even. */
    static final String BEHIND = "bytes behind the coded picture";

    /** True unless they are zeros already, or the byte that makes a length even. PS3.5 §A.4. */
    boolean isFilled(byte[] coded) {
        boolean pad = what.equals(BEHIND) && to - from < 2;
        for (int at = from; at < to && !pad; at++) {
            if (coded[at] != 0) {
                return true;
            }
        }
        return false;
    }

    static void zero(byte[] coded, List<Gap> gaps) {
        gaps.forEach(gap -> Arrays.fill(coded, gap.from, gap.to, (byte) 0));
    }
}
