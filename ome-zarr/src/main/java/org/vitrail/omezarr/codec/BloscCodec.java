package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.scalableminds.bloscjava.Blosc;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Blosc 1 with shuffle. Around zstd it is written by {@link BloscFrame}; around lz4, and to read, by the native library, always on one
 * thread of its own: only so are its bytes the same each time.
 */
public final class BloscCodec implements BytesCodec {

    private static final int HEADER_BYTES = 16;
    private static final boolean AVAILABLE = loads();

    private final String compressor;
    private final int level;
    private final int typeBytes;

    /** @param compressor {@code zstd} or {@code lz4} to write, any to read; @param level 1 to 9; @param typeBytes bytes of a sample, for the shuffle */
    public BloscCodec(String compressor, int level, int typeBytes) {
        this.compressor = compressor;
        this.level = level;
        this.typeBytes = typeBytes;
    }

    /** False on platforms for which no native library is at hand (linux-aarch64). */
    public static boolean isAvailable() {
        return AVAILABLE;
    }

    private static boolean loads() {
        try {
            return Blosc.decompress(Blosc.compress(new byte[64], 1), 1).length == 64;
        } catch (LinkageError | RuntimeException missing) {
            return false;
        }
    }

    @Override
    public byte[] encode(byte[] raw) {
        return compressor.equals("zstd") ? BloscFrame.encode(raw, level, typeBytes) : encodeByLibrary(raw);
    }

    /** As the native library compresses: what our own frames are measured against. */
    public byte[] encodeByLibrary(byte[] raw) {
        Blosc.Compressor kind = compressor.equals("lz4") ? Blosc.Compressor.LZ4 : Blosc.Compressor.ZSTD;
        Blosc.Shuffle shuffle = typeBytes > 1 ? Blosc.Shuffle.BYTE_SHUFFLE : Blosc.Shuffle.NO_SHUFFLE;
        return Blosc.compress(raw, typeBytes, kind, level, shuffle, 0, 1);
    }

    @Override
    public byte[] decode(byte[] stored, int mostBytes) throws CorruptChunk {
        if (!AVAILABLE) {
            throw new CorruptChunk("blosc cannot be decoded on this platform: its native library is missing");
        }
        if (stored.length < HEADER_BYTES) {
            throw new CorruptChunk("it is too short for blosc: " + stored.length + " bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        int made = header.getInt(4);
        int blockBytes = header.getInt(8);
        if (made < 0
                || made > mostBytes
                || header.getInt(12) != stored.length
                || blockBytes < 0
                || blockBytes > Math.max(made, 1)) {
            throw new CorruptChunk(
                    "its blosc header claims %d bytes from %d, in blocks of %d; it has %d and %d are expected"
                            .formatted(made, header.getInt(12), blockBytes, stored.length, mostBytes));
        }
        try {
            return made == 0 ? new byte[0] : Blosc.decompress(stored, 1);
        } catch (RuntimeException damaged) {
            throw new CorruptChunk("its blosc data are damaged");
        }
    }

    @Override
    public ObjectNode metadata() {
        ObjectNode codec = JsonNodeFactory.instance.objectNode().put("name", "blosc");
        codec.putObject("configuration")
                .put("cname", compressor)
                .put("clevel", level)
                .put("shuffle", typeBytes > 1 ? "shuffle" : "noshuffle")
                .put("typesize", typeBytes)
                .put("blocksize", 0);
        return codec;
    }

    @Override
    public ObjectNode metadataV2() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "blosc")
                .put("cname", compressor)
                .put("clevel", level)
                .put("shuffle", typeBytes > 1 ? 1 : 0)
                .put("blocksize", 0);
    }
}
