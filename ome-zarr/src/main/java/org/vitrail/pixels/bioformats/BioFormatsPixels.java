package org.vitrail.pixels.bioformats;

import java.io.IOException;
import org.vitrail.pixels.DescribedPixels;
import org.vitrail.pixels.bioformats.child.BioFormatsChild;

/** One series. Regions are asked for a few rows at a time, so that neither process holds much. Closing it does nothing. */
final class BioFormatsPixels extends DescribedPixels {

    private static final int MOST_AT_ONCE = 8 << 20;

    private final ChildProcess child;
    private final BioFormatsSettings settings;
    private final SeriesDescription series;

    BioFormatsPixels(ChildProcess child, BioFormatsSettings settings, SeriesDescription series) {
        super(series.shape(), series.type(), series.metadata());
        this.child = child;
        this.settings = settings;
        this.series = series;
    }

    @Override
    protected void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        int rowBytes = width * type().bytes();
        int together = Math.max(1, MOST_AT_ONCE / rowBytes);
        for (int row = 0; row < height; row += together) {
            int rows = Math.min(together, height - row);
            int[] numbers = {series.number(), t, c, z, (int) y + row, (int) x, rows, width};
            int length = rows * rowBytes;
            byte[] samples = child.ask(settings.readLimit(), Math.max(length, 4000), out -> {
                out.writeInt(BioFormatsChild.READ);
                for (int number : numbers) {
                    out.writeInt(number);
                }
            });
            if (samples.length != length) {
                throw child.nonsense("%d bytes for a region of %d".formatted(samples.length, length), null);
            }
            System.arraycopy(samples, 0, destination, row * rowBytes, length);
        }
    }
}
