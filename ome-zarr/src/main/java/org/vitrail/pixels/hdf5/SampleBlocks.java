package org.vitrail.pixels.hdf5;

import java.io.IOException;

/** An array cut into equal blocks, each of which can be had alone. Safe for several threads. */
interface SampleBlocks {

    /** Lengths of a block, one for each axis of the array. */
    int[] blockShape();

    /**
     * Samples of a block, little-endian, in C order; what lies beyond the array's end is of any value, or missing at the end.
     *
     * @param grid which block, counted in blocks along each axis
     * @throws org.vitrail.pixels.UnreadableImage when it is damaged
     */
    byte[] read(long[] grid) throws IOException;
}
