package org.vitrail.omezarr.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** Images with known properties; noise comes from the place of a sample, so that it is the same in any order of reading. */
final class TestImages {

    private TestImages() {}

    static PixelSource of(PixelShape shape, PixelType type, FormulaPixels.Formula formula) {
        return new FormulaPixels(shape, type, SourceMetadata.ofAxes("yx"), formula);
    }

    /** Normal deviate that belongs to a place. */
    static double normal(int t, int c, int z, long y, long x) {
        return new Random(((((t * 31L + c) * 1009 + z) * 100_003 + y) * 1_000_003 + x) * 0x9E3779B97F4A7C15L)
                .nextGaussian();
    }

    static ImageQuality measured(PixelSource image) throws IOException {
        return measured(image, new Random(1));
    }

    /** Shows the tiles in an order that the random numbers decide. */
    static ImageQuality measured(PixelSource image, Random order) throws IOException {
        QualityMeasures measures = new QualityMeasures(image.shape(), image.type());
        List<int[]> tiles = tiles(image.shape());
        Collections.shuffle(tiles, order);
        for (int[] tile : tiles) {
            see(measures, image, tile);
        }
        return measures.result();
    }

    static void see(QualityMeasures measures, PixelSource image, int[] tile) throws IOException {
        PixelShape shape = image.shape();
        int height = (int) Math.min(512, shape.y() - tile[3]);
        int width = (int) Math.min(512, shape.x() - tile[4]);
        byte[] samples = new byte[height * width * image.type().bytes()];
        image.read(tile[0], tile[1], tile[2], tile[3], tile[4], height, width, samples);
        measures.see(tile[0], tile[1], tile[2], tile[3], tile[4], height, width, samples);
    }

    static List<int[]> tiles(PixelShape shape) {
        List<int[]> tiles = new ArrayList<>();
        for (int t = 0; t < shape.t(); t++) {
            for (int c = 0; c < shape.c(); c++) {
                for (int z = 0; z < shape.z(); z++) {
                    for (int y = 0; y < shape.y(); y += 512) {
                        for (int x = 0; x < shape.x(); x += 512) {
                            tiles.add(new int[] {t, c, z, y, x});
                        }
                    }
                }
            }
        }
        return tiles;
    }
}
