package org.vitrail.omezarr;

import java.util.List;
import org.vitrail.pixels.PixelSource;

/** Reads OME-Zarr 0.5 images from any store. Safe for several threads. */
public final class OmeZarrReader {

    private OmeZarrReader() {}

    /**
     * Opens the image at a store's root.
     *
     * @throws UnreadableZarr when there is no image, or metadata are wrong or unsupported
     * @throws ZarrStoreFailure when the store did not answer
     */
    public static OmeZarrReader open(ZarrStore store) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Scale levels, full resolution first. */
    public List<ScaleLevel> levels() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Pixels of a level, 0 for full resolution. */
    public PixelSource level(int level) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Rendering of the channels; empty where there is no {@code omero} block. */
    public List<ChannelRendering> channels() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Names of the label images. */
    public List<String> labels() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** A label image by its name. */
    public OmeZarrReader label(String name) {
        throw new UnsupportedOperationException("not built yet");
    }
}
