package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.pixels.PixelType;

/**
 * What is said of an array that is written. Little-endian, zero as fill value.
 *
 * @param shape lengths along the axes
 * @param type of the samples
 * @param shard shape of a shard
 * @param chunk shape of an inner chunk, which divides the shard
 * @param codec of a chunk
 * @param axes one letter an axis
 */
public record ArrayDocument(long[] shape, PixelType type, int[] shard, int[] chunk, CodecChain codec, String axes) {

    /** The {@code zarr.json} of a sharded array, its index with CRC-32C at the end. Zarr v3 core §array-metadata. */
    public byte[] printV3() {
        ObjectNode array =
                JsonNodeFactory.instance.objectNode().put("zarr_format", 3).put("node_type", "array");
        array.set("shape", numbers(shape));
        array.put("data_type", type.numpyName());
        array.putObject("chunk_grid")
                .put("name", "regular")
                .putObject("configuration")
                .set("chunk_shape", numbers(shard));
        array.putObject("chunk_key_encoding")
                .put("name", "default")
                .putObject("configuration")
                .put("separator", "/");
        putFill(array);
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

    /** The {@code .zarray} of an array whose chunks are objects of their own. Zarr v2 §arrays, OME-NGFF 0.4 §storage format. */
    public byte[] printV2() {
        ObjectNode array = JsonNodeFactory.instance.objectNode().put("zarr_format", 2);
        array.set("shape", numbers(shape));
        array.set("chunks", numbers(chunk));
        char kind = type.isFloating() ? 'f' : type.isSigned() ? 'i' : 'u';
        array.put("dtype", (type.bytes() == 1 ? "|" : "<") + kind + type.bytes());
        array.set("compressor", codec.metadataV2());
        putFill(array);
        array.put("order", "C").putNull("filters").put("dimension_separator", "/");
        return Json.print(array);
    }

    private void putFill(ObjectNode array) {
        if (type.isFloating()) {
            array.put("fill_value", 0.0);
        } else {
            array.put("fill_value", 0);
        }
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
}
