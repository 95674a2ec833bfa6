package org.vitrail.omezarr.validation;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.vitrail.omezarr.RangesNotServed;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.codec.CorruptChunk;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.shard.ShardIndex;
import org.vitrail.pixels.PixelsException;

/** Reads and decodes stored chunks and shards, each chunk by itself. Safe for several threads. */
final class ChunkCheck {

    private static final String ADVICE = "Fetch the object again, or restore it from a copy";

    private final ZarrStore store;
    private final Findings findings;
    private final AtomicLong objects = new AtomicLong();
    private final AtomicLong chunks = new AtomicLong();
    private final AtomicLong decodedBytes = new AtomicLong();

    ChunkCheck(ZarrStore store, Findings findings) {
        this.store = store;
        this.findings = findings;
    }

    long objects() {
        return objects.get();
    }

    long chunks() {
        return chunks.get();
    }

    long decodedBytes() {
        return decodedBytes.get();
    }

    /** Bytes of a decoded chunk; the parser has bounded it. */
    static int rawBytes(ArrayMetadata array) {
        int raw = array.type().bytes();
        for (int length : array.chunkShape()) {
            raw *= length;
        }
        return raw;
    }

    /** Compressed noise is hardly longer than the noise. */
    private static int mostStored(ArrayMetadata array) {
        return (int) Math.min(Integer.MAX_VALUE - 16L, 2L * rawBytes(array) + 65_536);
    }

    /** Checks the object of a key, if there is one. */
    void check(String key, ArrayMetadata array) {
        try {
            if (array.sharded()) {
                checkShard(key, array);
            } else {
                Optional<byte[]> stored = store.find(key, mostStored(array));
                objects.addAndGet(stored.isPresent() ? 1 : 0);
                if (stored.isPresent()) {
                    decode(stored.get(), array);
                }
            }
        } catch (CorruptChunk corrupt) {
            damaged(key, corrupt.getMessage());
        } catch (RangesNotServed whole) {
            findings.add(
                    Rule.NO_RANGES,
                    key,
                    Section.ZARR_CHUNKS,
                    "its chunks were not read: the server gives no ranges, and it is too long to be fetched whole",
                    "Download the image and validate its folder, or have ranges (RFC 9110 §14) switched on at the server");
        } catch (PixelsException | IllegalArgumentException failed) {
            findings.add(
                    Rule.UNREADABLE_OBJECT,
                    key,
                    Section.ZARR_CHUNKS,
                    "it could not be read: " + failed.getMessage(),
                    "Make it readable inside the folder, or remove it");
        }
    }

    private void decode(byte[] stored, ArrayMetadata array) throws CorruptChunk {
        byte[] decoded =
                array.codec().decode(stored, rawBytes(array), array.type().bytes());
        chunks.incrementAndGet();
        decodedBytes.addAndGet(decoded.length);
    }

    private void checkShard(String key, ArrayMetadata array) {
        int count = 1;
        for (int i = 0; i < array.gridShape().length; i++) {
            count *= array.gridShape()[i] / array.chunkShape()[i];
        }
        int length = ShardIndex.bytes(count);
        Optional<byte[]> stored = array.indexAtEnd() ? store.suffix(key, length) : store.findRange(key, 0, length);
        if (stored.isEmpty()) {
            return;
        }
        objects.incrementAndGet();
        ShardIndex index;
        try {
            index = ShardIndex.parse(stored.get(), count, Long.MAX_VALUE);
        } catch (CorruptChunk corrupt) {
            damaged(
                    key,
                    "index of " + count + " chunks at the shard's " + (array.indexAtEnd() ? "end: " : "start: ")
                            + corrupt.getMessage());
            return;
        }
        for (int i = 0; i < count; i++) {
            if (index.has(i)) {
                checkInner(key, array, index, i);
            }
        }
    }

    private void checkInner(String key, ArrayMetadata array, ShardIndex index, int number) {
        long offset = index.offset(number);
        int length = index.length(number);
        String place = "chunk " + number + " at offset " + offset + ", " + length + " bytes long: ";
        if (length > mostStored(array)) {
            damaged(key, place + "it is longer than a chunk of " + rawBytes(array) + " bytes can be");
            return;
        }
        byte[] stored = store.range(key, offset, length);
        if (stored.length != length) {
            damaged(key, place + "the object ends after " + stored.length + " of its bytes");
            return;
        }
        try {
            decode(stored, array);
        } catch (CorruptChunk corrupt) {
            damaged(key, place + corrupt.getMessage());
        }
    }

    private void damaged(String key, String problem) {
        findings.add(Rule.DAMAGED_CHUNK, key, Section.ZARR_CHUNKS, problem, ADVICE);
    }
}
