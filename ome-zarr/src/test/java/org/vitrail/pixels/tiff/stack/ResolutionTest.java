package org.vitrail.pixels.tiff.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.TiffMaker.Blob;

/** A resolution is a pixel's size only where it can be no screen's, printer's or scanner's. */
class ResolutionTest {

    @TempDir
    private Path folder;

    private static Blob rational(int dividend, int divisor) {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        return new Blob(5, bytes.putInt(dividend).putInt(divisor).array());
    }

    private PixelSource open(TiffMaker maker) throws IOException {
        return ImageReaders.open(List.of(maker.write(folder.resolve("a.tif"))), null);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 40000, 1, 0.25",
        "3, 1000, 1, 10",
        "2, 78154, 1, 0.325",
        "3, 999, 1,",
        "3, 118, 1,",
        "3, -1, 1,",
        "3, 0, 1,",
        "3, 40000, 0,",
        "2, 72, 1,",
        "2, 96, 1,",
        "2, 300, 1,",
        "2, 9600, 1,",
        "1, 40000, 1,",
        "9, 40000, 1,"
    })
    void plainFilesHaveAMicroscopesResolutionAsSizeOnly(int unit, int dividend, int divisor, Double micrometer)
            throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.replaced.put(296, new long[] {unit});
        maker.blobs.put(282, rational(dividend, divisor));
        maker.blobs.put(283, rational(dividend, divisor));

        try (PixelSource image = open(maker)) {
            if (micrometer == null) {
                assertThat(image.metadata().pixelSizeX()).isNull();
                assertThat(image.metadata().pixelSizeY()).isNull();
            } else {
                assertThat(image.metadata().pixelSizeX()).isCloseTo(micrometer, Offset.offset(1e-4));
                assertThat(image.metadata().pixelSizeY()).isCloseTo(micrometer, Offset.offset(1e-4));
            }
            assertThat(image.metadata().pixelSizeZ()).isNull();
        }
    }

    @Test
    void theUnitThatImageJDescribesWins() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.description = "ImageJ=1.54f\nunit=mm\n";
        maker.replaced.put(296, new long[] {3});
        maker.blobs.put(282, rational(40_000, 1));
        maker.blobs.put(283, rational(40_000, 1));

        try (PixelSource image = open(maker)) {
            assertThat(image.metadata().pixelSizeX()).isCloseTo(0.025, Offset.offset(1e-9));
        }
    }

    @Test
    void aResolutionWithoutAUnitOrBeyondTheFileIsNoSizeAndNoHindrance() throws IOException {
        TiffMaker without = new TiffMaker();
        without.blobs.put(282, rational(40_000, 1));
        without.blobs.put(283, rational(40_000, 1));
        try (PixelSource image = open(without)) {
            assertThat(image.metadata().pixelSizeX()).isNull();
        }
        TiffMaker beyond = new TiffMaker();
        beyond.replaced.put(296, new long[] {3});
        beyond.replaced.put(282, new long[] {40_000});
        try (PixelSource image = open(beyond)) {
            assertThat(image.metadata().pixelSizeX()).isNull();
        }
    }
}
