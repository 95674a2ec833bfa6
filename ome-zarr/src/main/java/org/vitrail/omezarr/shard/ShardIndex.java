package org.vitrail.omezarr.shard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vitrail.omezarr.codec.CorruptChunk;
import org.vitrail.omezarr.codec.Crc32cCodec;

/** Places of the inner chunks of one shard, in C order: 16 bytes a chunk, then CRC-32C. */
public final class ShardIndex {

    /** A chunk that was not stored: all of it is the fill value. */
    private static final long ABSENT = -1;

    private final ByteBuffer entries;

    private ShardIndex(ByteBuffer entries) {
        this.entries = entries;
    }

    /** Length of the index of that many chunks. */
    public static int bytes(int chunks) {
        return 16 * chunks + 4;
    }

    /**
     * Checks and opens an index.
     *
     * @param shardBytes length of the whole shard where it is known, else {@link Long#MAX_VALUE}
     * @throws CorruptChunk when the checksum does not match, or a place lies outside of the shard
     */
    public static ShardIndex parse(byte[] stored, int chunks, long shardBytes) throws CorruptChunk {
        if (stored.length != bytes(chunks)) {
            throw new CorruptChunk("its index has " + stored.length + " bytes, " + bytes(chunks) + " are expected");
        }
        byte[] plain = new Crc32cCodec().decode(stored, stored.length);
        ByteBuffer entries = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < chunks; i++) {
            long offset = entries.getLong(16 * i);
            long length = entries.getLong(16 * i + 8);
            boolean absent = offset == ABSENT && length == ABSENT;
            if (!absent
                    && (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || offset > shardBytes - length)) {
                throw new CorruptChunk("its index places chunk " + i + " at " + offset + ", " + length + " bytes long");
            }
        }
        return new ShardIndex(entries);
    }

    /** True when the chunk is stored. */
    public boolean has(int chunk) {
        return entries.getLong(16 * chunk) != ABSENT;
    }

    /** First byte in the shard. */
    public long offset(int chunk) {
        return entries.getLong(16 * chunk);
    }

    /** Stored length. */
    public int length(int chunk) {
        return (int) entries.getLong(16 * chunk + 8);
    }

    /**
     * Cuts a whole shard, index at its end, into its encoded chunks.
     *
     * @param chunks as many places as the shard has chunks; those of chunks that are not stored stay as they are
     * @throws CorruptChunk when the index does not fit the shard
     */
    public static void chunks(byte[] shard, byte[][] chunks) throws CorruptChunk {
        int indexBytes = bytes(chunks.length);
        byte[] stored = Arrays.copyOfRange(shard, Math.max(0, shard.length - indexBytes), shard.length);
        ShardIndex index = parse(stored, chunks.length, (long) shard.length - indexBytes);
        for (int i = 0; i < chunks.length; i++) {
            if (index.has(i)) {
                int from = (int) index.offset(i);
                chunks[i] = Arrays.copyOfRange(shard, from, from + index.length(i));
            }
        }
    }

    /**
     * A whole shard: chunks in C order, one behind the other, then the index.
     *
     * @param chunks encoded; null for those that are all fill value
     */
    public static byte[] assemble(byte[][] chunks) {
        long total = bytes(chunks.length);
        for (byte[] chunk : chunks) {
            total += chunk == null ? 0 : chunk.length;
        }
        ByteBuffer shard = ByteBuffer.allocate(Math.toIntExact(total)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer index = ByteBuffer.allocate(16 * chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] chunk : chunks) {
            index.putLong(chunk == null ? ABSENT : shard.position()).putLong(chunk == null ? ABSENT : chunk.length);
            if (chunk != null) {
                shard.put(chunk);
            }
        }
        return shard.put(new Crc32cCodec().encode(index.array())).array();
    }
}
