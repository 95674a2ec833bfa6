package org.vitrail.omezarr;

import java.io.IOException;
import org.vitrail.pixels.PixelSource;

/** Pixel digest {@code vitrail-pixels-1}, the same for the same pixels in any format, chunking and codec. contracts.md §7. */
public final class PixelDigest {

    private PixelDigest() {}

    /** Reads the whole image, one tile of 512 × 512 at a time; 64 lower-case hexadecimal digits. */
    public static String of(PixelSource source) throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }
}
