package org.vitrail.pixels.raster;

import java.util.Set;

/** Which lengths the data of a chunk may have: what is longer or shorter holds something else. ISO/IEC 15948 §11.2, §11.3. */
final class PngRules {

    /** Chunks that come once at most, other than those that decoders count anyhow. */
    private static final Set<String> ONCE = Set.of(
            "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "tIME",
            "oFFs", "sTER", "sCAL");

    private static final int MOST_SCALE = 64;

    private final Set<String> seen = new java.util.HashSet<>();
    private int color = -1;
    private long colors;

    /** Looks at the header, which stands first. @param type color type, its tenth byte */
    void header(int type) {
        color = type;
    }

    /** True for a chunk as the specification has it; each is asked for once, in the order of the file. */
    boolean fits(PngChunks.Chunk chunk) {
        boolean first = seen.add(chunk.type()) || !ONCE.contains(chunk.type());
        return first && isLength(chunk.type(), chunk.length());
    }

    private boolean isLength(String type, long length) {
        return switch (type) {
            case "IEND" -> length == 0;
            case "IHDR" -> length == 13;
            case "PLTE" -> {
                colors = length / 3;
                yield length % 3 == 0 && length >= 3 && length <= 768;
            }
            case "tRNS" -> color == 0 ? length == 2 : color == 2 ? length == 6 : length <= colors;
            case "sBIT" -> length == significant();
            case "bKGD" -> length == (color == 3 ? 1 : color == 2 || color == 6 ? 6 : 2);
            case "gAMA", "cICP", "cLLI" -> length == 4;
            case "cHRM" -> length == 32;
            case "mDCV" -> length == 24;
            case "pHYs", "oFFs" -> length == 9;
            case "sRGB", "sTER" -> length == 1;
            case "acTL" -> length == 8;
            case "fcTL" -> length == 26;
            case "tIME" -> length == 7;
            case "gIFg" -> length == 4;
            case "sCAL" -> length <= MOST_SCALE;
            default -> true;
        };
    }

    private int significant() {
        return switch (color) {
            case 0 -> 1;
            case 4 -> 2;
            case 6 -> 4;
            default -> 3;
        };
    }
}
