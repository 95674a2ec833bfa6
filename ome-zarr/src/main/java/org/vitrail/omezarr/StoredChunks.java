package org.vitrail.omezarr;

import java.util.Arrays;
import java.util.Optional;
import org.vitrail.omezarr.codec.CorruptChunk;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.shard.ShardIndex;

/**
 * Chunks of one array in a store, whole and decoded. In a shard a chunk costs two range requests at most: the shard's index, which is
 * kept, and the chunk. Zarr v3 core §chunk-grids, codec sharding_indexed; Zarr v2 §arrays.
 */
final class StoredChunks {

    private final ZarrStore store;
    private final String path;
    private final ArrayMetadata array;
    private final ChunkCaches caches;
    private final int rawBytes;

    StoredChunks(ZarrStore store, String path, ArrayMetadata array, ChunkCaches caches) {
        this.store = store;
        this.path = path;
        this.array = array;
        this.caches = caches;
        int raw = array.type().bytes();
        for (int length : array.chunkShape()) {
            raw *= length;
        }
        this.rawBytes = raw;
    }

    /**
     * The decoded chunk that holds a pixel; null where none is stored.
     *
     * @param pixel coordinates in the order of the array
     * @param again true when it will probably be asked for again soon
     */
    byte[] at(long[] pixel, boolean again) {
        String key = key(pixel);
        if (!again) {
            return read(key, pixel);
        }
        String name = key + Arrays.toString(inShard(pixel));
        byte[] kept = caches.chunks().find(name);
        if (kept != null) {
            return kept.length == 0 ? null : kept;
        }
        byte[] read = read(key, pixel);
        caches.chunks().keep(name, read == null ? new byte[0] : read, 64L + (read == null ? 0 : read.length));
        return read;
    }

    private byte[] read(String key, long[] pixel) {
        Optional<byte[]> stored = array.sharded() ? inner(key, pixel) : store.find(key, mostStored());
        if (stored.isEmpty()) {
            return null;
        }
        try {
            return array.codec().decode(stored.get(), rawBytes, array.type().bytes());
        } catch (CorruptChunk corrupt) {
            throw damaged(key, "chunk at " + Arrays.toString(pixel) + ": " + corrupt.getMessage(), corrupt);
        }
    }

    /** Compressed noise is hardly longer than the noise. */
    private int mostStored() {
        return (int) Math.min(Integer.MAX_VALUE - 16L, 2L * rawBytes + 65_536);
    }

    private long[] inShard(long[] pixel) {
        long[] place = new long[pixel.length];
        Arrays.setAll(place, i -> pixel[i] % array.gridShape()[i] / array.chunkShape()[i]);
        return place;
    }

    private Optional<byte[]> inner(String key, long[] pixel) {
        int number = 0;
        int chunks = 1;
        long[] place = inShard(pixel);
        for (int i = 0; i < pixel.length; i++) {
            int along = array.gridShape()[i] / array.chunkShape()[i];
            number = number * along + (int) place[i];
            chunks *= along;
        }
        Optional<ShardIndex> index = index(key, chunks);
        if (index.isEmpty() || !index.get().has(number)) {
            return Optional.empty();
        }
        int length = index.get().length(number);
        if (length > mostStored()) {
            throw damaged(key, "chunk " + number + " claims " + length + " stored bytes for " + rawBytes, null);
        }
        byte[] stored = store.range(key, index.get().offset(number), length);
        if (stored.length != length) {
            throw damaged(key, "chunk " + number + " ends after " + stored.length + " of " + length + " bytes", null);
        }
        return Optional.of(stored);
    }

    private Optional<ShardIndex> index(String key, int chunks) {
        Optional<ShardIndex> kept = caches.indices().find(key);
        if (kept != null) {
            return kept;
        }
        int length = ShardIndex.bytes(chunks);
        Optional<byte[]> stored = array.indexAtEnd() ? store.suffix(key, length) : store.findRange(key, 0, length);
        Optional<ShardIndex> index = stored.map(bytes -> parse(key, bytes, chunks));
        caches.indices().keep(key, index, 64L + (index.isEmpty() ? 0 : length));
        return index;
    }

    private ShardIndex parse(String key, byte[] bytes, int chunks) {
        try {
            return ShardIndex.parse(bytes, chunks, Long.MAX_VALUE);
        } catch (CorruptChunk corrupt) {
            throw damaged(key, corrupt.getMessage(), corrupt);
        }
    }

    private String key(long[] pixel) {
        StringBuilder key = new StringBuilder(path);
        key.append(path.isEmpty() ? "" : "/").append(array.v2Keys() ? "" : "c");
        for (int i = 0; i < pixel.length; i++) {
            key.append(i == 0 && array.v2Keys() ? "" : array.separator()).append(pixel[i] / array.gridShape()[i]);
        }
        return key.toString();
    }

    private UnreadableZarr damaged(String key, String what, Exception cause) {
        return new UnreadableZarr(
                "Object " + key + " of " + store + " is damaged: " + what + ". Fetch it again, or verify the image.",
                cause);
    }
}
