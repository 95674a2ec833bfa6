package org.vitrail.pixels.nifti;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vitrail.pixels.DescribedPixels;
import org.vitrail.pixels.UnreadableImage;

/** Voxels as stored: {@code scl_slope} and {@code scl_inter} are not applied. */
final class NiftiPixels extends DescribedPixels {

    private static final int MOST_AT_ONCE = 1 << 20;

    private final String name;
    private final VoxelFile file;
    private final NiftiLayout layout;
    private final ByteOrder order;

    NiftiPixels(String name, VoxelFile file, NiftiLayout layout, ByteOrder order) {
        super(layout.shape(), layout.voxels().pixels(), layout.metadata());
        this.name = name;
        this.file = file;
        this.layout = layout;
        this.order = order;
    }

    @Override
    protected void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        boolean colored = layout.voxels().stored() > 1;
        long volume = colored ? t : (long) c * shape().t() + t;
        long firstRow = (volume * shape().z() + z) * shape().y() + y;
        Rows rows = new Rows(firstRow, x, width, colored ? c : 0);
        int together = rows.together();
        for (int row = 0; row < height; row += together) {
            rows.read(row, Math.min(together, height - row), destination);
        }
    }

    /** A rectangle's part of the rows, counted over all planes. */
    private final class Rows {
        private final long firstRow;
        private final long x;
        private final int width;
        private final int sample;
        private final long rowBytes;

        Rows(long firstRow, long x, int width, int sample) {
            this.firstRow = firstRow;
            this.x = x;
            this.width = width;
            this.sample = sample;
            this.rowBytes = shape().x() * layout.voxels().bytes();
        }

        /** Rows that are read at once, what lies between them included: many where that wastes little. */
        int together() {
            boolean narrow = (long) width * layout.voxels().bytes() < rowBytes / 4;
            return narrow ? 1 : (int) Math.max(1, MOST_AT_ONCE / rowBytes);
        }

        void read(int row, int rows, byte[] destination) throws IOException {
            int voxel = layout.voxels().bytes();
            long from = layout.offset() + (firstRow + row) * rowBytes + x * voxel;
            int length = (int) ((rows - 1) * rowBytes) + width * voxel;
            byte[] bytes = new byte[length];
            fill(ByteBuffer.wrap(bytes), from);
            for (int i = 0; i < rows; i++) {
                pick(bytes, (int) (i * rowBytes), destination, (row + i) * width * type().bytes());
            }
        }

        private void pick(byte[] bytes, int from, byte[] destination, int to) {
            int size = type().bytes();
            int step = layout.voxels().bytes();
            if (step == size && (order == ByteOrder.LITTLE_ENDIAN || size == 1)) {
                System.arraycopy(bytes, from, destination, to, width * size);
                return;
            }
            int flip = order == ByteOrder.LITTLE_ENDIAN ? 0 : size - 1;
            for (int i = 0; i < width; i++) {
                for (int b = 0; b < size; b++) {
                    destination[to + i * size + b] = bytes[from + i * step + sample + (b ^ flip)];
                }
            }
        }
    }

    private void fill(ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            int got = file.channel().read(bytes, at);
            if (got < 0) {
                throw new UnreadableImage(
                        "%s became shorter while it was read: it ends at byte %d. Copy it again, whole."
                                .formatted(name, at));
            }
            at += got;
        }
    }

    @Override
    public void close() throws IOException {
        file.channel().close();
    }
}
