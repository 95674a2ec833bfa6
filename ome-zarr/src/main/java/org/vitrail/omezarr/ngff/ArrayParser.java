package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.pixels.PixelType;

/** Takes an array's document apart, with bounds on everything that decides how much memory is used. Zarr v3 core §array-metadata. */
final class ArrayParser {

    /** A chunk is decoded in memory, several at once. */
    private static final long MOST_CHUNK_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

    /** Longest axis: coordinates can be added and multiplied by a sample's size without overflow. */
    private static final long LONGEST_AXIS = 1L << 48;

    private static final Set<String> KNOWN = Set.of(
            "zarr_format",
            "node_type",
            "shape",
            "data_type",
            "chunk_grid",
            "chunk_key_encoding",
            "fill_value",
            "codecs",
            "attributes",
            "storage_transformers",
            "dimension_names",
            "consolidated_metadata");
    private static final long MOST_CHUNKS_A_SHARD = 1 << 20;

    private final JsonNode node;

    ArrayParser(JsonNode node) {
        this.node = node;
    }

    ArrayMetadata parse() {
        require(isNumber(node.path("zarr_format"), 3), "zarr_format is not 3");
        require(node.path("node_type").asText().equals("array"), "node_type is not array");
        requireUnderstood();
        long[] shape = shape(node.path("shape"));
        String name = node.path("data_type").asText();
        PixelType type = type(name);
        require(node.path("chunk_grid").path("name").asText().equals("regular"), "chunk_grid is not regular");
        int[] grid = chunkShape(
                "chunk_shape", node.path("chunk_grid").path("configuration").path("chunk_shape"), shape.length);
        JsonNode keys = node.path("chunk_key_encoding");
        String encoding =
                keys.isTextual() ? keys.textValue() : keys.path("name").asText("default");
        require(
                encoding.equals("default") || encoding.equals("v2"),
                "chunk_key_encoding \"" + encoding + "\" is not supported");
        boolean v2 = encoding.equals("v2");
        String separator = keys.path("configuration").path("separator").asText(v2 ? "." : "/");
        require(
                separator.equals("/") || separator.equals("."),
                "chunk_key_encoding separates with \"" + separator + "\"");
        JsonNode codecs = node.path("codecs");
        require(codecs.isArray() && !codecs.isEmpty(), "codecs are missing");
        requireOrder("codecs", codecs);
        boolean sharded = CodecOrder.name(codecs.get(0)).equals("sharding_indexed");
        require(!sharded || codecs.size() == 1, "codecs behind sharding_indexed are not supported");
        JsonNode sharding = codecs.get(0).path("configuration");
        int[] chunk = sharded ? inner(sharding, grid) : grid;
        requireModest(chunk, type);
        JsonNode steps = sharded ? sharding.path("codecs") : codecs;
        requireOrder("codecs of sharding_indexed", steps);
        requirePlain(steps);
        CodecChain chain = CodecChain.parse(steps, type.bytes());
        boolean atEnd = sharding.path("index_location").asText("end").equals("end");
        return new ArrayMetadata(
                shape,
                type,
                grid,
                chunk,
                sharded,
                atEnd,
                chain,
                FillValue.bytes(node.path("fill_value"), name, false),
                separator,
                v2,
                dimensionNames(),
                storedOrder(steps.path(0), shape.length));
    }

    private void requireUnderstood() {
        node.properties().forEach(field -> {
            boolean optional = field.getValue().path("must_understand").asBoolean(true) == false;
            require(
                    KNOWN.contains(field.getKey()) || optional,
                    "extension \"" + field.getKey() + "\" must be understood, and is not supported");
        });
        require(node.path("storage_transformers").isEmpty(), "storage_transformers are not supported");
    }

    /** A boolean is read as uint8 with the values 0 and 1. */
    private static PixelType type(String name) {
        return name.equals("bool") ? PixelType.UINT8 : PixelType.ofNumpyName(name);
    }

    /** Of codec transpose; see Zarr v3 codec transpose 1.0: axis i of what is stored is axis order[i] of the array. */
    private static int[] storedOrder(JsonNode first, int axes) {
        int[] order = new int[axes];
        java.util.Arrays.setAll(order, i -> i);
        if (!first.path("name").asText().equals("transpose")) {
            return order;
        }
        JsonNode wanted = first.path("configuration").path("order");
        boolean[] seen = new boolean[axes];
        require(wanted.isArray() && wanted.size() == axes, "codec transpose has no order of all axes");
        for (int i = 0; i < axes; i++) {
            int axis = wanted.get(i).isInt() ? wanted.get(i).intValue() : -1;
            require(axis >= 0 && axis < axes && !seen[axis], "codec transpose has the order " + wanted);
            seen[axis] = true;
            order[i] = axis;
        }
        return order;
    }

    static void requireModest(int[] chunk, PixelType type) {
        long bytes = type.bytes();
        for (int length : chunk) {
            bytes = Math.multiplyExact(bytes, (long) length);
        }
        require(
                bytes <= MOST_CHUNK_BYTES,
                "a chunk has " + (bytes >> 20) + " MiB; at most " + (MOST_CHUNK_BYTES >> 20) + " are taken");
    }

    static long[] shape(JsonNode list) {
        require(list.isArray() && list.size() >= 2 && list.size() <= 5, "shape has not 2 to 5 axes");
        long[] shape = new long[list.size()];
        long pixels = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = length("shape", i, list.get(i), LONGEST_AXIS);
            pixels = Math.multiplyExact(pixels, shape[i]);
        }
        return shape;
    }

    static int[] chunkShape(String name, JsonNode list, int axes) {
        require(list.isArray() && list.size() == axes, name + " has another number of axes than shape");
        int[] chunk = new int[axes];
        for (int i = 0; i < axes; i++) {
            chunk[i] = (int) length(name, i, list.get(i), Integer.MAX_VALUE);
        }
        return chunk;
    }

    private static int[] inner(JsonNode sharding, int[] grid) {
        int[] chunk = chunkShape("chunk_shape of sharding_indexed", sharding.path("chunk_shape"), grid.length);
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
        requireOrder("index_codecs", index);
        require(usual, "index_codecs are not bytes (little) and crc32c");
        return chunk;
    }

    /** A length is a whole number, and nothing that only reads like one. */
    private static long length(String name, int axis, JsonNode length, long most) {
        boolean sound = length.isIntegralNumber()
                && length.canConvertToLong()
                && length.longValue() >= 1
                && length.longValue() <= most;
        require(
                sound,
                name + " has the length " + shown(length) + " along axis " + axis + "; a whole number from 1 to " + most
                        + " is needed");
        return length.longValue();
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    static boolean isNumber(JsonNode value, int wanted) {
        return value.isInt() && value.intValue() == wanted;
    }

    private static void requireOrder(String name, JsonNode codecs) {
        CodecOrder.find(codecs).ifPresent(fault -> {
            throw new IllegalArgumentException(name + ": " + fault.problem());
        });
    }

    /** Of the codecs of a chunk, which cannot be shards again. */
    private static void requirePlain(JsonNode codecs) {
        for (JsonNode codec : codecs) {
            require(
                    !CodecOrder.name(codec).equals("sharding_indexed"),
                    "codec sharding_indexed behind transpose or inside of another one is not supported");
            String endian = codec.path("configuration").path("endian").asText("little");
            require(endian.equals("little") || endian.equals("big"), "codec bytes has the endian \"" + endian + "\"");
        }
    }

    private List<String> dimensionNames() {
        List<String> names = new ArrayList<>();
        node.path("dimension_names").forEach(name -> names.add(name.asText()));
        return List.copyOf(names);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
