package org.vitrail.pixels.tiff.page;

import java.io.IOException;

/** Where the planes of an image lie, and how a rectangle of one is read. */
public interface PlaneMap {

    /** Reads a rectangle that is inside the image; safe for several threads. */
    void read(int t, int c, int z, Rectangle rectangle, byte[] destination) throws IOException;

    /** A rectangle of a plane. */
    record Rectangle(long y, long x, int height, int width) {

        /** The same rectangle in one sample of a page. */
        public PageReader.Region of(int sample) {
            return new PageReader.Region(sample, y, x, height, width);
        }
    }
}
