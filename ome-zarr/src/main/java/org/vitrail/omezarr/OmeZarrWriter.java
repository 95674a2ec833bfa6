package org.vitrail.omezarr;

import java.io.IOException;
import org.vitrail.pixels.PixelSource;

/** Writes images as OME-Zarr 0.5: sharded, multiscale, byte for byte the same each time. */
public final class OmeZarrWriter {

    private OmeZarrWriter() {}

    /**
     * Writes an image; its root {@code zarr.json} last, so that a conversion that died is not taken for an image.
     *
     * @throws org.vitrail.pixels.UnreadableImage when the source is damaged
     * @throws ZarrStoreFailure when the store refused an object; safe to begin again
     */
    public static WrittenImage write(PixelSource source, ZarrStore store, WriteOptions options) throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Writes a label image below {@code labels/} of an image, and lists it in {@code labels/zarr.json}; ids never mix in the
     * smaller levels. Labels of one image are written one after the other.
     *
     * @param labelName of letters, digits, {@code . _ -}
     * @throws IllegalArgumentException when the name cannot be a key, or the source's samples are floats
     */
    public static WrittenImage writeLabels(PixelSource source, ZarrStore store, String labelName, WriteOptions options)
            throws IOException {
        throw new UnsupportedOperationException("not built yet");
    }
}
