package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** The codecs of a chunk in order: first {@code bytes}, then compressors and checksums. Zarr v3 core §codecs. */
public final class CodecChain {

    private static final int MOST_CODECS = 8;

    private final boolean bigEndian;
    private final List<BytesCodec> codecs;

    private CodecChain(boolean bigEndian, List<BytesCodec> codecs) {
        this.bigEndian = bigEndian;
        this.codecs = List.copyOf(codecs);
    }

    /** Little-endian samples through these codecs. */
    public static CodecChain littleEndian(BytesCodec... codecs) {
        return new CodecChain(false, List.of(codecs));
    }

    /**
     * The chain that metadata describe.
     *
     * @throws IllegalArgumentException naming a codec that is not supported
     */
    public static CodecChain parse(JsonNode list, int typeBytes) {
        boolean big = false;
        boolean bytesSeen = false;
        boolean transposed = false;
        List<BytesCodec> codecs = new ArrayList<>();
        if (list.size() > MOST_CODECS) {
            throw new IllegalArgumentException(list.size() + " codecs in a row");
        }
        for (JsonNode entry : list) {
            String name =
                    entry.isTextual() ? entry.asText() : entry.path("name").asText();
            JsonNode settings = entry.path("configuration");
            if (name.equals("bytes") && !bytesSeen) {
                bytesSeen = true;
                big = settings.path("endian").asText("little").equals("big");
            } else if (name.equals("transpose") && !bytesSeen && !transposed) {
                transposed = true;
            } else if (bytesSeen) {
                codecs.add(compressor(name, settings, typeBytes));
            } else {
                throw new IllegalArgumentException("codec \"" + name + "\" before \"bytes\" is not supported");
            }
        }
        if (!bytesSeen) {
            throw new IllegalArgumentException("codec \"bytes\" is missing");
        }
        return new CodecChain(big, codecs);
    }

    /**
     * What a Zarr v2 array has instead: one compressor or none.
     *
     * @param compressor of {@code .zarray}, null for none
     * @throws IllegalArgumentException naming a compressor that is not supported
     */
    public static CodecChain ofVersion2(JsonNode compressor, boolean bigEndian, int typeBytes) {
        if (compressor == null || compressor.isNull() || compressor.isMissingNode()) {
            return new CodecChain(bigEndian, List.of());
        }
        String id = compressor.path("id").asText();
        BytesCodec codec = switch (id) {
            case "blosc", "zstd", "gzip" -> compressor(id, compressor, typeBytes);
            case "zlib" -> new ZlibCodec();
            case "lz4" -> new Lz4Codec();
            default ->
                throw new IllegalArgumentException(
                        "compressor \"" + id + "\" is not supported; these are: blosc, zlib, gzip, lz4, zstd, null");
        };
        return new CodecChain(bigEndian, List.of(codec));
    }

    private static BytesCodec compressor(String name, JsonNode settings, int typeBytes) {
        return switch (name) {
            case "blosc" ->
                new BloscCodec(
                        settings.path("cname").asText("zstd"),
                        settings.path("clevel").asInt(5),
                        typeBytes);
            case "zstd" -> new ZstdCodec(settings.path("level").asInt(3));
            case "gzip" -> new GzipCodec();
            case "crc32c" -> new Crc32cCodec();
            default ->
                throw new IllegalArgumentException(
                        "codec \"" + name
                                + "\" is not supported; these are: transpose, bytes, blosc, zstd, gzip, crc32c, sharding_indexed");
        };
    }

    /** Stored form of little-endian samples. */
    public byte[] encode(byte[] raw) {
        if (bigEndian) {
            throw new UnsupportedOperationException("Only little-endian chunks are written");
        }
        byte[] bytes = raw;
        for (BytesCodec codec : codecs) {
            bytes = codec.encode(bytes);
        }
        return bytes == raw ? raw.clone() : bytes;
    }

    /**
     * Little-endian samples of a stored chunk.
     *
     * @param rawBytes what a chunk has exactly
     * @throws CorruptChunk when something else comes out
     */
    public byte[] decode(byte[] stored, int rawBytes, int typeBytes) throws CorruptChunk {
        byte[] bytes = stored;
        for (int i = codecs.size() - 1; i >= 0; i--) {
            int room = i == 0 ? rawBytes : (int) Math.min(Integer.MAX_VALUE - 8L, 2L * rawBytes + 65_536);
            bytes = codecs.get(i).decode(bytes, room);
        }
        if (bytes.length != rawBytes) {
            throw new CorruptChunk("it has " + bytes.length + " bytes, " + rawBytes + " are expected");
        }
        if (bigEndian && typeBytes > 1) {
            bytes = reversed(bytes, typeBytes);
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes, int typeBytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int within = i % typeBytes;
            out[i - within + typeBytes - 1 - within] = bytes[i];
        }
        return out;
    }

    /** Entries of {@code codecs}. */
    public ArrayNode metadata() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("name", "bytes").putObject("configuration").put("endian", bigEndian ? "big" : "little");
        codecs.forEach(codec -> list.add(codec.metadata()));
        return list;
    }

    /**
     * The {@code compressor} of Zarr v2, which has one at most; JSON null without any.
     *
     * @throws UnsupportedOperationException for several, or for a codec that Zarr v2 does not have
     */
    public JsonNode metadataV2() {
        if (codecs.size() > 1) {
            throw new UnsupportedOperationException("Zarr v2 has one compressor, not " + codecs.size());
        }
        return codecs.isEmpty()
                ? JsonNodeFactory.instance.nullNode()
                : codecs.get(0).metadataV2();
    }
}
