package org.vitrail.omezarr;

/** How inner chunks are compressed. Where the blosc library is missing, {@code ZSTD} stands in for both blosc kinds. */
public enum ChunkCompression {
    /** blosc with shuffle around zstd level 3: the default, small. */
    BLOSC_ZSTD,
    /** blosc with shuffle around lz4 level 5: about four times as fast, an eighth larger. */
    BLOSC_LZ4,
    /** zstd level 3 without shuffle; needs no blosc library. */
    ZSTD,
    /** None. */
    NONE
}
