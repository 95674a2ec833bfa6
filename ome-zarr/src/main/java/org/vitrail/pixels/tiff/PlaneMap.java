package org.vitrail.pixels.tiff;

import java.io.IOException;

/** Where the planes of an image lie, and how a rectangle of one is read. */
interface PlaneMap {

    /** Reads a rectangle that is inside the image; safe for several threads. */
    void read(int t, int c, int z, Rectangle rectangle, byte[] destination) throws IOException;

    /** A rectangle of a plane. */
    record Rectangle(long y, long x, int height, int width) {

        PageReader.Region of(int sample) {
            return new PageReader.Region(sample, y, x, height, width);
        }
    }
}
