package org.vitrail.omezarr.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** LZ4 blocks behind four bytes that hold their decoded length, for reading only. LZ4 block format 1.6; numcodecs lz4. */
final class Lz4Codec implements BytesCodec {

    private static final int SHORTEST_MATCH = 4;

    @Override
    public byte[] encode(byte[] raw) {
        throw new UnsupportedOperationException("lz4 is for reading only");
    }

    @Override
    public byte[] decode(byte[] stored, int mostBytes) throws CorruptChunk {
        if (stored.length < 4) {
            throw new CorruptChunk("it is too short for lz4: " + stored.length + " bytes");
        }
        int length = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > mostBytes) {
            throw new CorruptChunk(
                    "its lz4 header claims " + length + " bytes, at most " + mostBytes + " are expected");
        }
        return new Block(stored, length).decode();
    }

    /** One block; each number is checked against what is left of input and output. */
    private static final class Block {
        private final byte[] in;
        private final byte[] out;
        private int from = 4;
        private int to;

        Block(byte[] in, int length) {
            this.in = in;
            this.out = new byte[length];
        }

        byte[] decode() throws CorruptChunk {
            while (from < in.length) {
                int token = in[from++] & 0xff;
                int literals = length(token >> 4);
                require(literals <= in.length - from && literals <= out.length - to);
                System.arraycopy(in, from, out, to, literals);
                from += literals;
                to += literals;
                if (from == in.length) {
                    break;
                }
                require(from + 2 <= in.length);
                int distance = in[from++] & 0xff | (in[from++] & 0xff) << 8;
                int match = length(token & 15) + SHORTEST_MATCH;
                require(distance > 0 && distance <= to && match <= out.length - to);
                for (int i = 0; i < match; i++, to++) {
                    out[to] = out[to - distance];
                }
            }
            require(to == out.length);
            return out;
        }

        private int length(int nibble) throws CorruptChunk {
            int length = nibble;
            for (int more = nibble == 15 ? 255 : 0; more == 255; length += more) {
                require(from < in.length && length <= out.length);
                more = in[from++] & 0xff;
            }
            return length;
        }

        private void require(boolean holds) throws CorruptChunk {
            if (!holds) {
                throw new CorruptChunk("its lz4 block is damaged at byte " + from);
            }
        }
    }

    @Override
    public ObjectNode metadata() {
        return JsonNodeFactory.instance.objectNode().put("name", "lz4");
    }
}
