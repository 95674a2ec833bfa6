package org.vitrail.pixels.dicom.data;

import java.util.Set;

/**
 * One element, by where its value lies.
 *
 * @param tag group in the upper, element in the lower 16 bits
 * @param vr two letters, or null when the file does not say
 * @param syntax in which the value is written
 * @param at offset of the tag
 * @param valueAt offset of the value
 * @param length of the value in bytes, or {@value #UNDEFINED} when it ends with a delimiter
 */
public record Element(int tag, String vr, Syntax syntax, long at, long valueAt, long length) {

    /** Length of a value that ends with a delimiter. */
    public static final long UNDEFINED = -1;

    private static final Set<String> SHORT_FORM = Set.of(
            "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST", "TM",
            "UI", "UL", "US");

    /** True when the value has no length of its own. */
    public boolean isUndefined() {
        return length == UNDEFINED;
    }

    /** True for elements whose meaning only their maker knows (odd group). PS3.5 §7.8. */
    public boolean isPrivate() {
        return (tag >>> 16 & 1) == 1;
    }

    /** True for the three kinds of pixel data (7FE0,0008..0010). */
    public boolean isPixelData() {
        return tag == Tags.PIXEL_DATA || tag == Tags.FLOAT_PIXEL_DATA || tag == Tags.DOUBLE_PIXEL_DATA;
    }

    /** {@code (0010,0010)}. */
    public static String name(int tag) {
        return "(%04X,%04X)".formatted(tag >>> 16, tag & 0xffff);
    }

    /** True for the representations that have a length of 16 bits; all others, also future ones, have 32. PS3.5 §7.1.2. */
    public static boolean isShortForm(String vr) {
        return SHORT_FORM.contains(vr);
    }
}
