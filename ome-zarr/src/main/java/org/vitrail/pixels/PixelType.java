package org.vitrail.pixels;

import java.util.Locale;

/** Type of one sample. Names are numpy's, as contracts.md §7 and Zarr v3 core §data-types use them. */
public enum PixelType {
    UINT8(1, false, false),
    INT8(1, true, false),
    UINT16(2, false, false),
    INT16(2, true, false),
    UINT32(4, false, false),
    INT32(4, true, false),
    UINT64(8, false, false),
    INT64(8, true, false),
    FLOAT32(4, true, true),
    FLOAT64(8, true, true);

    private final int bytes;
    private final boolean signed;
    private final boolean floating;

    PixelType(int bytes, boolean signed, boolean floating) {
        this.bytes = bytes;
        this.signed = signed;
        this.floating = floating;
    }

    /** Bytes of one sample: 1, 2, 4 or 8. */
    public int bytes() {
        return bytes;
    }

    /** True for signed integers and for floats. */
    public boolean isSigned() {
        return signed;
    }

    /** True for IEEE 754 types. */
    public boolean isFloating() {
        return floating;
    }

    /** As numpy writes it: {@code uint16}, {@code float32}. */
    public String numpyName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of that numpy name.
     *
     * @throws IllegalArgumentException when no such type is supported
     */
    public static PixelType ofNumpyName(String name) {
        for (PixelType type : values()) {
            if (type.numpyName().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Pixel type " + name + " is not supported");
    }
}
