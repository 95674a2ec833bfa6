package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** Zstandard frames. RFC 8878; Zarr extension codec zstd. */
public final class ZstdCodec implements BytesCodec {

    private final int level;

    /** @param level 1 to 22 */
    public ZstdCodec(int level) {
        this.level = level;
    }

    @Override
    public byte[] encode(byte[] raw) {
        return Zstd.compress(raw, level);
    }

    @Override
    public byte[] decode(byte[] stored, int mostBytes) throws CorruptChunk {
        if (stored.length == 0) {
            throw new CorruptChunk("it is empty, a zstd frame is not");
        }
        try {
            long claimed = Zstd.getFrameContentSize(stored, 0, stored.length, false);
            if (claimed > mostBytes) {
                throw new CorruptChunk(
                        "its zstd frame claims " + claimed + " bytes, at most " + mostBytes + " are expected");
            }
            byte[] out = new byte[claimed >= 0 ? (int) claimed : mostBytes];
            long made = Zstd.decompressByteArray(out, 0, out.length, stored, 0, stored.length);
            if (Zstd.isError(made)) {
                throw new CorruptChunk("its zstd frame is damaged: " + Zstd.getErrorName(made));
            }
            return made == out.length ? out : java.util.Arrays.copyOf(out, (int) made);
        } catch (ZstdException damaged) {
            throw new CorruptChunk("its zstd frame is damaged: " + damaged.getMessage());
        }
    }

    @Override
    public ObjectNode metadata() {
        ObjectNode codec = JsonNodeFactory.instance.objectNode().put("name", "zstd");
        codec.putObject("configuration").put("level", level).put("checksum", false);
        return codec;
    }

    @Override
    public ObjectNode metadataV2() {
        return JsonNodeFactory.instance.objectNode().put("id", "zstd").put("level", level);
    }
}
