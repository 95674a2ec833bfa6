package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Four bytes of CRC-32C, little-endian, behind the data. RFC 3720 §12.1; Zarr codec crc32c 1.0. */
public final class Crc32cCodec implements BytesCodec {

    @Override
    public byte[] encode(byte[] raw) {
        byte[] out = Arrays.copyOf(raw, raw.length + 4);
        ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN).putInt(raw.length, checksum(raw, raw.length));
        return out;
    }

    @Override
    public byte[] decode(byte[] stored, int mostBytes) throws CorruptChunk {
        int length = stored.length - 4;
        if (length < 0 || length > mostBytes) {
            throw new CorruptChunk(
                    "it has " + stored.length + " bytes, at most " + mostBytes + " and four more are expected");
        }
        if (ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt(length) != checksum(stored, length)) {
            throw new CorruptChunk("its CRC-32C does not match");
        }
        return Arrays.copyOf(stored, length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    @Override
    public ObjectNode metadata() {
        return JsonNodeFactory.instance.objectNode().put("name", "crc32c");
    }
}
