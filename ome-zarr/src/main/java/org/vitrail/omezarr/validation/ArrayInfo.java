package org.vitrail.omezarr.validation;

import java.util.List;
import java.util.Set;

/**
 * What an array says of itself, as far as it is sound.
 *
 * @param path below the root
 * @param root its document
 * @param document the same as it is stored
 * @param shape null when it is wrong
 * @param type of the samples as it was written, without the byte order that Zarr v2 puts before it; empty when it is wrong
 * @param dimensionNames null where there are none
 */
record ArrayInfo(String path, Element root, byte[] document, long[] shape, String type, List<String> dimensionNames) {

    private static final Set<String> WHOLE_TYPES = Set.of(
            "u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "uint8", "uint16", "uint32", "uint64", "int8", "int16",
            "int32", "int64");

    /** True for whole numbers. */
    boolean isWhole() {
        return WHOLE_TYPES.contains(type);
    }
}
