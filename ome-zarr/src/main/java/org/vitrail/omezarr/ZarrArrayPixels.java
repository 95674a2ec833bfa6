package org.vitrail.omezarr;

import java.util.Arrays;
import java.util.function.Consumer;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** One scale level in a store, of whatever order its axes and the samples inside a chunk are. Safe for several threads. */
final class ZarrArrayPixels implements PixelSource {

    static final String AXES = "tczyx";
    private static final int Y = 3;
    private static final int X = 4;

    private final ArrayMetadata array;
    private final SourceMetadata metadata;
    private final PixelShape shape;
    private final StoredChunks chunks;
    /** For each axis of the array its place in t, c, z, y, x. */
    private final int[] places;
    /** Length of a chunk along t, c, z, y, x. */
    private final int[] chunk = {1, 1, 1, 1, 1};
    /** Samples between neighbors along t, c, z, y, x inside a chunk. */
    private final int[] strides = new int[5];

    /** @param axes letters in the order of the array */
    ZarrArrayPixels(StoredChunks chunks, ArrayMetadata array, String axes, SourceMetadata metadata) {
        this.chunks = chunks;
        this.array = array;
        this.metadata = metadata;
        this.places = axes.chars().map(AXES::indexOf).toArray();
        long[] lengths = {1, 1, 1, 1, 1};
        for (int i = 0; i < places.length; i++) {
            lengths[places[i]] = array.shape()[i];
            chunk[places[i]] = array.chunkShape()[i];
        }
        int samples = 1;
        for (int i = places.length - 1; i >= 0; i--) {
            int axis = array.storedOrder()[i];
            strides[places[axis]] = samples;
            samples *= array.chunkShape()[axis];
        }
        if (lengths[0] > Integer.MAX_VALUE || lengths[1] > Integer.MAX_VALUE || lengths[2] > Integer.MAX_VALUE) {
            throw new UnreadableZarr("An array of " + lengths[0] + " time points, " + lengths[1] + " channels, "
                    + lengths[2] + " sections is not supported");
        }
        this.shape = new PixelShape(lengths[0], (int) lengths[1], lengths[2], lengths[Y], lengths[X]);
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
        int plane = plane(t, c, z);
        boolean thick = chunk[0] > 1 || chunk[1] > 1 || chunk[2] > 1;
        Window window = new Window(y, x, height, width, destination, 0);
        for (long row = y / chunk[Y]; row <= (y + height - 1) / chunk[Y]; row++) {
            for (long column = x / chunk[X]; column <= (x + width - 1) / chunk[X]; column++) {
                long top = row * chunk[Y];
                long left = column * chunk[X];
                boolean again = thick || !window.covers(top, left);
                window.copy(chunks.at(pick(t, c, z, top, left), again), plane, top, left);
            }
        }
    }

    /** First sample of a plane in its chunk. */
    private int plane(int t, int c, int z) {
        return t % chunk[0] * strides[0] + c % chunk[1] * strides[1] + z % chunk[2] * strides[2];
    }

    /** Number of chunks, stored or not. */
    long chunks() {
        long count = 1;
        for (long length : chunkGrid()) {
            count *= length;
        }
        return count;
    }

    /** Chunks along t, c, z, y, x. */
    private long[] chunkGrid() {
        long[] lengths = {shape.t(), shape.c(), shape.z(), shape.y(), shape.x()};
        long[] grid = new long[5];
        Arrays.setAll(grid, i -> (lengths[i] - 1) / chunk[i] + 1);
        return grid;
    }

    /**
     * Reads one chunk into its place among all samples of the level.
     *
     * @param number of the chunk, in the order of t, c, z, y, x
     * @param destination receives samples in that order; has zeros where nothing was read
     */
    void readChunk(long number, byte[] destination) {
        long[] grid = chunkGrid();
        long[] corner = new long[5];
        for (int i = 4; i >= 0; i--) {
            corner[i] = number % grid[i] * chunk[i];
            number /= grid[i];
        }
        byte[] samples = chunks.at(pick(corner), false);
        if (samples == null && isZero(array.fill())) {
            return;
        }
        int planeBytes = (int) (shape.y() * shape.x()) * type().bytes();
        for (int t = (int) corner[0]; t < Math.min(shape.t(), corner[0] + chunk[0]); t++) {
            for (int c = (int) corner[1]; c < Math.min(shape.c(), corner[1] + chunk[1]); c++) {
                for (int z = (int) corner[2]; z < Math.min(shape.z(), corner[2] + chunk[2]); z++) {
                    int base = (int) ((t * (long) shape.c() + c) * shape.z() + z) * planeBytes;
                    new Window(0, 0, (int) shape.y(), (int) shape.x(), destination, base)
                            .copy(samples, plane(t, c, z), corner[Y], corner[X]);
                }
            }
        }
    }

    private static boolean isZero(byte[] fill) {
        for (byte each : fill) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private long[] pick(long... five) {
        return Arrays.stream(places).mapToLong(place -> five[place]).toArray();
    }

    /**
     * Decodes every stored chunk once, on this thread.
     *
     * @param first number of the stored object (chunk or shard) to begin with, in C order; @param step to the next
     * @param fault is told of each that does not decode
     */
    void decodeAll(long first, long step, Consumer<PixelsFault> fault) {
        long[] grid = new long[places.length];
        long objects = 1;
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (array.shape()[i] - 1) / array.gridShape()[i] + 1;
            objects *= grid[i];
        }
        for (long number = first; number < objects; number += step) {
            long[] corner = new long[grid.length];
            long left = number;
            for (int i = grid.length - 1; i >= 0; i--) {
                corner[i] = left % grid[i] * array.gridShape()[i];
                left /= grid[i];
            }
            decodeObject(corner.clone(), corner, 0, fault);
        }
    }

    /** What is wrong with one stored chunk, in words. */
    record PixelsFault(String message) {}

    private void decodeObject(long[] corner, long[] pixel, int axis, Consumer<PixelsFault> fault) {
        if (axis == pixel.length) {
            try {
                chunks.at(pixel, false);
            } catch (UnreadableZarr damaged) {
                fault.accept(new PixelsFault(damaged.getMessage()));
            }
            return;
        }
        long end = Math.min(array.shape()[axis], corner[axis] + array.gridShape()[axis]);
        for (long at = corner[axis]; at < end; at += array.chunkShape()[axis]) {
            pixel[axis] = at;
            decodeObject(corner, pixel, axis + 1, fault);
        }
    }

    /** Number of stored objects that the array may have. */
    double objects() {
        double objects = 1;
        for (int i = 0; i < places.length; i++) {
            objects *= Math.ceil((double) array.shape()[i] / array.gridShape()[i]);
        }
        return objects;
    }

    /** The rectangle that was asked for, and where it goes. */
    private final class Window {
        private final long y;
        private final long x;
        private final int height;
        private final int width;
        private final byte[] destination;
        private final int base;

        /** @param base where the rectangle begins in the destination */
        Window(long y, long x, int height, int width, byte[] destination, int base) {
            this.y = y;
            this.x = x;
            this.height = height;
            this.width = width;
            this.destination = destination;
            this.base = base;
        }

        /** True when all of the chunk that lies in the image was asked for. */
        boolean covers(long top, long left) {
            return top >= y
                    && left >= x
                    && Math.min(top + chunk[Y], shape.y()) <= y + height
                    && Math.min(left + chunk[X], shape.x()) <= x + width;
        }

        /** @param samples of a chunk, or null for the fill value; @param plane its first sample in the chunk */
        void copy(byte[] samples, int plane, long top, long left) {
            int bytes = array.type().bytes();
            long firstRow = Math.max(y, top);
            long firstColumn = Math.max(x, left);
            int count = (int) (Math.min(x + width, left + chunk[X]) - firstColumn);
            for (long row = firstRow; row < Math.min(y + height, top + chunk[Y]); row++) {
                int to = base + (int) ((row - y) * width + firstColumn - x) * bytes;
                if (samples == null) {
                    copySamples(array.fill(), 0, 0, to, count);
                    continue;
                }
                int from = plane + (int) (row - top) * strides[Y] + (int) (firstColumn - left) * strides[X];
                if (strides[X] == 1) {
                    System.arraycopy(samples, from * bytes, destination, to, count * bytes);
                } else {
                    copySamples(samples, from * bytes, strides[X] * bytes, to, count);
                }
            }
        }

        private void copySamples(byte[] samples, int from, int step, int to, int count) {
            int bytes = array.type().bytes();
            for (int i = 0; i < count; i++) {
                for (int b = 0; b < bytes; b++) {
                    destination[to + i * bytes + b] = samples[from + i * step + b];
                }
            }
        }
    }

    @Override
    public void close() {}
}
