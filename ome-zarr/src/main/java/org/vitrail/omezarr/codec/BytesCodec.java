package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One bytes-to-bytes codec. Zarr v3 core §codecs. Safe for several threads; the same input always gives the same output. */
public interface BytesCodec {

    /** Compresses the whole array. */
    byte[] encode(byte[] raw);

    /**
     * Decompresses.
     *
     * @param mostBytes what the result may have at most, and for the innermost codec has exactly
     * @throws CorruptChunk when the bytes are damaged, or claim or make more
     */
    byte[] decode(byte[] stored, int mostBytes) throws CorruptChunk;

    /** Entry in the array's {@code codecs}. */
    ObjectNode metadata();

    /**
     * As {@code compressor} of Zarr v2, numcodecs' form.
     *
     * @throws UnsupportedOperationException for codecs that Zarr v2 does not have in that place
     */
    default ObjectNode metadataV2() {
        throw new UnsupportedOperationException(metadata().path("name").asText() + " is no compressor of Zarr v2");
    }
}
