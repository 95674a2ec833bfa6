package org.vitrail.omezarr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrail.omezarr.codec.CorruptChunk;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.shard.ShardIndex;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** One scale level in a store. A chunk costs two range requests at most: its shard's index, which is kept, and the chunk. */
final class ZarrArrayPixels implements PixelSource {

    private static final int KEPT_INDICES = 64;
    private static final String AXES = "tczyx";

    private final ZarrStore store;
    private final String path;
    private final ArrayMetadata array;
    private final SourceMetadata metadata;
    private final PixelShape shape;
    /** For each axis of the array its place in t, c, z, y, x. */
    private final int[] places;

    private final Map<String, Optional<ShardIndex>> indices = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ShardIndex>> eldest) {
            return size() > KEPT_INDICES;
        }
    };

    ZarrArrayPixels(ZarrStore store, String path, ArrayMetadata array, SourceMetadata metadata) {
        this.store = store;
        this.path = path;
        this.array = array;
        this.metadata = metadata;
        this.places = metadata.axesFromFile().chars().map(AXES::indexOf).toArray();
        long[] lengths = {1, 1, 1, 1, 1};
        for (int i = 0; i < places.length; i++) {
            lengths[places[i]] = array.shape()[i];
        }
        if (lengths[1] > Integer.MAX_VALUE) {
            throw new UnreadableZarr(path + "/zarr.json of " + store + ": " + lengths[1] + " channels");
        }
        this.shape = new PixelShape(lengths[0], (int) lengths[1], lengths[2], lengths[3], lengths[4]);
    }

    @Override
    public PixelShape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return array.type();
    }

    @Override
    public SourceMetadata metadata() {
        return metadata;
    }

    ArrayMetadata array() {
        return array;
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        checkRegion(t, c, z, y, x, height, width, destination);
        if (height == 0 || width == 0) {
            return;
        }
        int[] chunk = array.chunkShape();
        int chunkHeight = chunk[chunk.length - 2];
        int chunkWidth = chunk[chunk.length - 1];
        for (long row = y / chunkHeight; row <= (y + height - 1) / chunkHeight; row++) {
            for (long column = x / chunkWidth; column <= (x + width - 1) / chunkWidth; column++) {
                long[] pixel = pick(new long[] {t, c, z, row * chunkHeight, column * chunkWidth});
                byte[] samples = chunk(pixel);
                Window window = new Window(y, x, height, width);
                window.copy(
                        samples, planeInChunk(pixel), new long[] {row * chunkHeight, column * chunkWidth}, destination);
            }
        }
    }

    /** The rectangle that was asked for. */
    private final class Window {
        private final long y;
        private final long x;
        private final int height;
        private final int width;

        Window(long y, long x, int height, int width) {
            this.y = y;
            this.x = x;
            this.height = height;
            this.width = width;
        }

        /** @param samples of a chunk, or null for the fill value; @param corner first row and column of the chunk */
        void copy(byte[] samples, long plane, long[] corner, byte[] destination) {
            int[] chunk = array.chunkShape();
            int chunkHeight = chunk[chunk.length - 2];
            int chunkWidth = chunk[chunk.length - 1];
            int bytes = array.type().bytes();
            long left = Math.max(x, corner[1]);
            int count = (int) (Math.min(x + width, corner[1] + chunkWidth) - left);
            for (long row = Math.max(y, corner[0]); row < Math.min(y + height, corner[0] + chunkHeight); row++) {
                int to = (int) ((row - y) * width + left - x) * bytes;
                long from = ((plane * chunkHeight + row - corner[0]) * chunkWidth + left - corner[1]) * bytes;
                if (samples != null) {
                    System.arraycopy(samples, (int) from, destination, to, count * bytes);
                } else {
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(array.fill(), 0, destination, to + i * bytes, bytes);
                    }
                }
            }
        }
    }

    private long[] pick(long[] five) {
        return Arrays.stream(places).mapToLong(place -> five[place]).toArray();
    }

    /** Number of the pixel's plane inside its chunk, which may be thick. */
    private long planeInChunk(long[] pixel) {
        long plane = 0;
        for (int i = 0; i < pixel.length - 2; i++) {
            plane = plane * array.chunkShape()[i] + pixel[i] % array.chunkShape()[i];
        }
        return plane;
    }

    /** Samples of the chunk that holds a pixel, or null where none is stored. */
    private byte[] chunk(long[] pixel) {
        int raw = array.type().bytes();
        for (int length : array.chunkShape()) {
            raw *= length;
        }
        String key = key(pixel);
        Optional<byte[]> stored = array.sharded() ? inner(key, pixel, raw) : store.find(key);
        if (stored.isEmpty()) {
            return null;
        }
        try {
            return array.codec().decode(stored.get(), raw, array.type().bytes());
        } catch (CorruptChunk corrupt) {
            throw damaged(key, "chunk at " + Arrays.toString(pixel) + ": " + corrupt.getMessage(), corrupt);
        }
    }

    private Optional<byte[]> inner(String key, long[] pixel, int raw) {
        int number = 0;
        int chunks = 1;
        for (int i = 0; i < pixel.length; i++) {
            int along = array.gridShape()[i] / array.chunkShape()[i];
            number = number * along + (int) (pixel[i] % array.gridShape()[i]) / array.chunkShape()[i];
            chunks *= along;
        }
        Optional<ShardIndex> index = index(key, chunks);
        if (index.isEmpty() || !index.get().has(number)) {
            return Optional.empty();
        }
        int length = index.get().length(number);
        if (length > 2L * raw + 65_536) {
            throw damaged(key, "chunk " + number + " claims " + length + " stored bytes for " + raw, null);
        }
        byte[] stored = store.range(key, index.get().offset(number), length);
        if (stored.length != length) {
            throw damaged(key, "chunk " + number + " ends after " + stored.length + " of " + length + " bytes", null);
        }
        return Optional.of(stored);
    }

    private Optional<ShardIndex> index(String key, int chunks) {
        synchronized (indices) {
            Optional<ShardIndex> kept = indices.get(key);
            if (kept != null) {
                return kept;
            }
        }
        Optional<byte[]> stored = array.indexAtEnd()
                ? store.suffix(key, ShardIndex.bytes(chunks))
                : store.suffix(key, 1).map(exists -> store.range(key, 0, ShardIndex.bytes(chunks)));
        Optional<ShardIndex> index = stored.map(bytes -> parse(key, bytes, chunks));
        synchronized (indices) {
            indices.put(key, index);
        }
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
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < pixel.length; i++) {
            key.append(i == 0 && array.v2Keys() ? "" : array.separator()).append(pixel[i] / array.gridShape()[i]);
        }
        return path + (array.v2Keys() ? "/" + key : "/c" + key);
    }

    private UnreadableZarr damaged(String key, String what, Exception cause) {
        return new UnreadableZarr(
                "Object " + key + " of " + store + " is damaged: " + what + ". Fetch it again, or verify the image.",
                cause);
    }

    @Override
    public void close() {}
}
