package org.vitrail.omezarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.LabelImage;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** Computed images that carry label images, a plate of them, and their digests. */
final class LabeledImages {

    private LabeledImages() {}

    /** A computed image that carries labels. */
    record Labeled(PixelSource image, List<LabelImage> labels) implements PixelSource {

        @Override
        public PixelShape shape() {
            return image.shape();
        }

        @Override
        public PixelType type() {
            return image.type();
        }

        @Override
        public SourceMetadata metadata() {
            return image.metadata();
        }

        @Override
        public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
                throws IOException {
            image.read(t, c, z, y, x, height, width, destination);
        }

        @Override
        public void close() {}
    }

    static PixelSource image(String name, int seed, WellPosition well) {
        SourceMetadata metadata = new SourceMetadata(name, "cyx", 0.5, 0.5, null, List.of(), false, well);
        PixelSource pixels = new FormulaPixels(
                new PixelShape(1, 2, 1, 40, 50), PixelType.UINT16, metadata, (t, c, z, y, x) -> x * y + c + seed);
        return new Labeled(
                pixels,
                List.of(
                        new LabelImage("nuclei of all", labels(PixelType.UINT32, seed)),
                        new LabelImage("cells", labels(PixelType.INT16, seed + 1))));
    }

    static PixelSource labels(PixelType type, int seed) {
        return FormulaPixels.of(new PixelShape(1, 1, 1, 40, 50), type, (t, c, z, y, x) -> x / 7 * 10 + seed);
    }

    static List<PixelSource> plate() {
        List<PixelSource> images = new ArrayList<>();
        for (int[] well : new int[][] {{1, 0, 0}, {1, 0, 3}, {1, 2, 1}, {27, 11, 0}}) {
            images.add(image(null, well[0] + well[2], new WellPosition("P 1", well[0], well[1], well[2])));
        }
        return images;
    }

    static List<String> digests(List<? extends PixelSource> images) throws IOException {
        List<String> digests = new ArrayList<>();
        for (PixelSource image : images) {
            digests.add(PixelDigest.of(image));
            for (LabelImage label : image.labels()) {
                digests.add(PixelDigest.of(label.pixels()));
            }
        }
        return digests;
    }
}
