package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SampleValues;

/** What tests look at in an image. */
final class Reading {

    private Reading() {}

    static Fileset open(Path... files) {
        return ImageReaders.openAll(List.of(files), null);
    }

    /** All samples of a plane. */
    static double[] plane(PixelSource image, int t, int c, int z) throws IOException {
        int height = (int) image.shape().y();
        int width = (int) image.shape().x();
        byte[] bytes = new byte[height * width * image.type().bytes()];
        image.read(t, c, z, 0, 0, height, width, bytes);
        double[] samples = new double[height * width];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = SampleValues.at(image.type(), bytes, i);
        }
        return samples;
    }

    /** All samples of the first plane of the first image. */
    static double[] plane(Path file) throws IOException {
        try (Fileset fileset = open(file)) {
            return plane(fileset.images().get(0), 0, 0, 0);
        }
    }
}
