package org.vitrail.pixels.hdf5;

import java.io.IOException;
import org.vitrail.pixels.DescribedPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;

/** An image in one or more data sets of a file. Closing it does nothing: the fileset closes the file. */
final class Hdf5Pixels extends DescribedPixels {

    private final OpenDatasets datasets;
    private final Arrangement arrangement;

    Hdf5Pixels(
            OpenDatasets datasets, PixelShape shape, PixelType type, SourceMetadata metadata, Arrangement arrangement) {
        super(shape, type, metadata);
        this.datasets = datasets;
        this.arrangement = arrangement;
    }

    /**
     * Where the samples stand.
     *
     * @param axes letters of {@code tczyx}, one for each axis of the data sets, in their order; with y and x
     * @param paths the data set with a time point and channel
     */
    record Arrangement(String axes, Paths paths) {}

    /** Names a data set. */
    interface Paths {
        String of(int t, int c);
    }

    @Override
    protected void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        String path = arrangement.paths().of(t, c);
        OpenDataset dataset = datasets.get(path);
        long[] first = first(path, dataset, t, c, z);
        new Copy(path, dataset, first, y, x, height, width, destination).run();
    }

    /** Coordinates of the plane's first sample. */
    private long[] first(String path, OpenDataset dataset, int t, int c, int z) {
        String axes = arrangement.axes();
        long[] first = new long[axes.length()];
        boolean fits =
                dataset.dims().length == axes.length() && dataset.type().type().bytes() == type().bytes();
        for (int i = 0; fits && i < first.length; i++) {
            first[i] = switch (axes.charAt(i)) {
                case 't' -> t;
                case 'c' -> c;
                case 'z' -> z;
                default -> 0;
            };
            fits = first[i] < dataset.dims()[i];
        }
        fits = fits
                && dataset.dims()[axes.indexOf('y')] >= shape().y()
                && dataset.dims()[axes.indexOf('x')] >= shape().x();
        if (!fits) {
            throw new UnreadableImage(
                    "%s is of another size or type at %s than the rest of the image. It was cut off; save it again."
                            .formatted(datasets.file().name(), path));
        }
        return first;
    }

    /** Copies a rectangle out of the blocks that it touches. */
    private final class Copy {
        private final String path;
        private final OpenDataset dataset;
        private final long[] first;
        private final long y;
        private final long x;
        private final int height;
        private final int width;
        private final byte[] destination;
        private final int[] side;
        private final int yAxis = arrangement.axes().indexOf('y');
        private final int xAxis = arrangement.axes().indexOf('x');

        Copy(
                String path,
                OpenDataset dataset,
                long[] first,
                long y,
                long x,
                int height,
                int width,
                byte[] destination) {
            this.path = path;
            this.dataset = dataset;
            this.first = first;
            this.y = y;
            this.x = x;
            this.height = height;
            this.width = width;
            this.destination = destination;
            this.side = dataset.blocks().blockShape();
        }

        void run() throws IOException {
            long[] grid = new long[first.length];
            for (int i = 0; i < first.length; i++) {
                grid[i] = first[i] / side[i];
            }
            for (long row = y / side[yAxis]; row * side[yAxis] < y + height; row++) {
                for (long column = x / side[xAxis]; column * side[xAxis] < x + width; column++) {
                    grid[yAxis] = row;
                    grid[xAxis] = column;
                    copy(datasets.block(path, dataset, grid), row * side[yAxis], column * side[xAxis]);
                }
            }
        }

        private void copy(byte[] block, long blockY, long blockX) {
            int size = type().bytes();
            int base = 0;
            for (int i = 0; i < side.length; i++) {
                base += i == yAxis || i == xAxis ? 0 : (int) (first[i] % side[i]) * stride(i);
            }
            int fromX = (int) (Math.max(x, blockX) - blockX);
            int toX = (int) (Math.min(x + width, blockX + side[xAxis]) - blockX);
            for (long row = Math.max(y, blockY); row < Math.min(y + height, blockY + side[yAxis]); row++) {
                int from = base + (int) (row - blockY) * stride(yAxis) + fromX * stride(xAxis);
                int to = (int) ((row - y) * width + blockX + fromX - x) * size;
                copyRow(block, from * size, to, toX - fromX, size);
            }
        }

        private void copyRow(byte[] block, int from, int to, int samples, int size) {
            int step = stride(xAxis) * size;
            if (step == size) {
                System.arraycopy(block, from, destination, to, samples * size);
                return;
            }
            for (int i = 0; i < samples; i++) {
                System.arraycopy(block, from + i * step, destination, to + i * size, size);
            }
        }

        private int stride(int axis) {
            int stride = 1;
            for (int i = side.length - 1; i > axis; i--) {
                stride *= side[i];
            }
            return stride;
        }
    }
}
