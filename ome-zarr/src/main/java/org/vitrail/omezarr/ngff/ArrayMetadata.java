package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.pixels.PixelType;

/**
 * The {@code zarr.json} of an array. Zarr v3 core §array-metadata.
 *
 * @param shape lengths along the array's axes
 * @param type of the samples
 * @param gridShape shape of a stored object: the shard, or the chunk where there is no sharding
 * @param chunkShape shape of an inner chunk; equal to {@code gridShape} without sharding
 * @param sharded true when objects are shards
 * @param indexAtEnd true when a shard's index is its end
 * @param codec of a chunk
 * @param fill little-endian bytes of one sample where nothing is stored
 * @param separator in keys
 * @param v2Keys true for keys without the prefix {@code c}
 * @param dimensionNames names of the axes, empty when there are none
 * @param storedOrder the array's axes as they follow each other inside a chunk, the slowest first; 0, 1, 2 … in C order
 */
public record ArrayMetadata(
        long[] shape,
        PixelType type,
        int[] gridShape,
        int[] chunkShape,
        boolean sharded,
        boolean indexAtEnd,
        CodecChain codec,
        byte[] fill,
        String separator,
        boolean v2Keys,
        List<String> dimensionNames,
        int[] storedOrder) {

    /**
     * Parses and checks a document.
     *
     * @throws BadMetadata when it breaks the standard, is not supported, or declares absurd sizes
     */
    public static ArrayMetadata parse(byte[] document) throws BadMetadata {
        JsonNode node = Json.parse(document);
        try {
            return new ArrayParser(node).parse();
        } catch (IllegalArgumentException | ArithmeticException bad) {
            throw new BadMetadata(bad.getMessage() + " (Zarr v3 core, array metadata)");
        }
    }

    /**
     * Parses and checks a {@code .zarray}. Zarr v2 §arrays.
     *
     * @throws BadMetadata when it breaks the standard, is not supported, or declares absurd sizes
     */
    public static ArrayMetadata parseV2(byte[] document) throws BadMetadata {
        JsonNode node = Json.parse(document);
        try {
            return new ArrayParserV2(node).parse();
        } catch (IllegalArgumentException | ArithmeticException bad) {
            throw new BadMetadata(bad.getMessage() + " (Zarr v2, arrays)");
        }
    }
}
