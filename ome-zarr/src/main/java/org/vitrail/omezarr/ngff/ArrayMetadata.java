package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** Document of a sharded array as we write it: little-endian, index with CRC-32C at the end, zero as fill value. */
    public static byte[] sharded(
            long[] shape, PixelType type, int[] shard, int[] chunk, CodecChain codec, String axes) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode array = json.objectNode().put("zarr_format", 3).put("node_type", "array");
        array.set("shape", numbers(shape));
        array.put("data_type", type.numpyName());
        array.putObject("chunk_grid")
                .put("name", "regular")
                .set("configuration", json.objectNode().set("chunk_shape", numbers(shard)));
        array.putObject("chunk_key_encoding")
                .put("name", "default")
                .set("configuration", json.objectNode().put("separator", "/"));
        if (type.isFloating()) {
            array.put("fill_value", 0.0);
        } else {
            array.put("fill_value", 0);
        }
        ObjectNode sharding = array.putArray("codecs")
                .addObject()
                .put("name", "sharding_indexed")
                .putObject("configuration");
        sharding.set("chunk_shape", numbers(chunk));
        sharding.set("codecs", codec.metadata());
        ArrayNode index = sharding.putArray("index_codecs");
        index.addObject().put("name", "bytes").putObject("configuration").put("endian", "little");
        index.addObject().put("name", "crc32c");
        sharding.put("index_location", "end");
        ArrayNode names = array.putArray("dimension_names");
        axes.chars().forEach(axis -> names.add(String.valueOf((char) axis)));
        array.putObject("attributes");
        return Json.print(array);
    }

    private static ArrayNode numbers(long[] values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (long value : values) {
            list.add(value);
        }
        return list;
    }

    private static ArrayNode numbers(int[] values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int value : values) {
            list.add(value);
        }
        return list;
    }

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
