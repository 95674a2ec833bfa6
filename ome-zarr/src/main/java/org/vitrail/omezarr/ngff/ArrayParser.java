package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.pixels.PixelType;

/** Takes an array's document apart, with bounds on everything that decides how much memory is used. Zarr v3 core §array-metadata. */
final class ArrayParser {

    private static final long MOST_CHUNK_BYTES = 512L << 20;
    private static final long MOST_CHUNKS_A_SHARD = 1 << 20;

    private final JsonNode node;

    ArrayParser(JsonNode node) {
        this.node = node;
    }

    ArrayMetadata parse() {
        require(
                node.path("zarr_format").asInt() == 3,
                "zarr_format is not 3; Zarr v2 (OME-Zarr 0.4) comes with a later release");
        require(node.path("node_type").asText().equals("array"), "node_type is not array");
        long[] shape = shape();
        PixelType type = PixelType.ofNumpyName(node.path("data_type").asText());
        require(node.path("chunk_grid").path("name").asText().equals("regular"), "chunk_grid is not regular");
        int[] grid = chunkShape(node.path("chunk_grid").path("configuration").path("chunk_shape"), shape.length);
        JsonNode keys = node.path("chunk_key_encoding");
        boolean v2 = keys.path("name").asText("default").equals("v2");
        String separator = keys.path("configuration").path("separator").asText(v2 ? "." : "/");
        require(
                separator.equals("/") || separator.equals("."),
                "chunk_key_encoding separates with \"" + separator + "\"");
        JsonNode codecs = node.path("codecs");
        require(codecs.isArray() && !codecs.isEmpty(), "codecs are missing");
        boolean sharded = codecs.get(0).path("name").asText().equals("sharding_indexed");
        require(!sharded || codecs.size() == 1, "codecs behind sharding_indexed are not supported");
        JsonNode sharding = codecs.get(0).path("configuration");
        int[] chunk = sharded ? inner(sharding, grid) : grid;
        require(bytes(chunk, type) <= MOST_CHUNK_BYTES, "a chunk has " + (bytes(chunk, type) >> 20) + " MiB");
        CodecChain chain = CodecChain.parse(sharded ? sharding.path("codecs") : codecs, type.bytes());
        boolean atEnd = sharding.path("index_location").asText("end").equals("end");
        return new ArrayMetadata(
                shape, type, grid, chunk, sharded, atEnd, chain, fill(type), separator, v2, dimensionNames());
    }

    private long[] shape() {
        JsonNode list = node.path("shape");
        require(list.isArray() && list.size() >= 2 && list.size() <= 5, "shape has not 2 to 5 axes");
        long[] shape = new long[list.size()];
        long pixels = 1;
        for (int i = 0; i < shape.length; i++) {
            require(list.get(i).canConvertToLong() && list.get(i).asLong() >= 1, "shape has the length " + list.get(i));
            shape[i] = list.get(i).asLong();
            pixels = Math.multiplyExact(pixels, shape[i]);
        }
        return shape;
    }

    private static int[] chunkShape(JsonNode list, int axes) {
        require(list.isArray() && list.size() == axes, "chunk_shape has another number of axes than shape");
        int[] chunk = new int[axes];
        for (int i = 0; i < axes; i++) {
            require(
                    list.get(i).canConvertToInt() && list.get(i).asInt() >= 1,
                    "chunk_shape has the length " + list.get(i));
            chunk[i] = list.get(i).asInt();
        }
        return chunk;
    }

    private static int[] inner(JsonNode sharding, int[] grid) {
        int[] chunk = chunkShape(sharding.path("chunk_shape"), grid.length);
        long chunks = 1;
        for (int i = 0; i < grid.length; i++) {
            require(grid[i] % chunk[i] == 0, "inner chunks do not divide the shard");
            chunks = Math.multiplyExact(chunks, (long) grid[i] / chunk[i]);
        }
        require(chunks <= MOST_CHUNKS_A_SHARD, "a shard has " + chunks + " chunks");
        JsonNode index = sharding.path("index_codecs");
        boolean usual = index.size() == 2
                && index.get(0).path("name").asText().equals("bytes")
                && index.get(0)
                        .path("configuration")
                        .path("endian")
                        .asText("little")
                        .equals("little")
                && index.get(1).path("name").asText().equals("crc32c");
        require(usual, "index_codecs are not bytes (little) and crc32c");
        return chunk;
    }

    private static long bytes(int[] chunk, PixelType type) {
        long bytes = type.bytes();
        for (int length : chunk) {
            bytes = Math.multiplyExact(bytes, (long) length);
        }
        return bytes;
    }

    private byte[] fill(PixelType type) {
        JsonNode fill = node.path("fill_value");
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case FLOAT32 -> bytes.putFloat((float) floating(fill));
            case FLOAT64 -> bytes.putDouble(floating(fill));
            case UINT64 -> bytes.putLong(fill.bigIntegerValue().longValue());
            default -> bytes.putLong(fill.asLong());
        }
        return Arrays.copyOf(bytes.array(), type.bytes());
    }

    private static double floating(JsonNode fill) {
        return switch (fill.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> fill.asDouble();
        };
    }

    private List<String> dimensionNames() {
        List<String> names = new ArrayList<>();
        node.path("dimension_names").forEach(name -> names.add(name.asText()));
        return List.copyOf(names);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
