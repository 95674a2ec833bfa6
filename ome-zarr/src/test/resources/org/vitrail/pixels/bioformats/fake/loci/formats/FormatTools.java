package loci.formats;

/** Stands in for Bio-Formats' class of that name: version and types of pixels. */
public final class FormatTools {

    public static final String VERSION = "@VERSION@";

    private static final String[] NAMES = {"int8", "uint8", "int16", "uint16", "int32", "uint32", "float", "double", "bit"};
    private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 4, 8, 1};

    private FormatTools() {}

    public static String getPixelTypeString(int type) {
        return NAMES[type];
    }

    public static int getBytesPerPixel(int type) {
        return BYTES[type];
    }
}
