package org.vitrail.pixels.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

class NiftiPixelsTest {

    @TempDir
    private Path folder;

    private PixelSource open(byte[] bytes) throws IOException {
        return ImageReaders.open(List.of(Files.write(folder.resolve("volume.nii"), bytes)), null);
    }

    private void refuses(byte[] bytes, Class<? extends Exception> kind, String... said) {
        assertThatThrownBy(() -> open(bytes))
                .isInstanceOf(kind)
                .hasMessageContaining("volume.nii")
                .hasMessageContainingAll(said);
    }

    @Test
    void narrowAndWideRegionsHoldTheSameVoxels() throws IOException {
        for (int datatype : new int[] {4, 128}) {
            try (PixelSource image = open(new NiftiMaker(datatype, 40, 30, 2).with(40 * 30 * 2 * 3))) {
                int size = image.type().bytes();
                byte[] whole = new byte[40 * 30 * size];
                byte[] part = new byte[3 * 5 * size];
                int c = image.shape().c() - 1;
                image.read(0, c, 1, 0, 0, 30, 40, whole);
                image.read(0, c, 1, 20, 33, 5, 3, part);
                for (int row = 0; row < 5; row++) {
                    int from = ((20 + row) * 40 + 33) * size;
                    assertThat(Arrays.copyOfRange(part, row * 3 * size, (row + 1) * 3 * size))
                            .isEqualTo(Arrays.copyOfRange(whole, from, from + 3 * size));
                }
            }
        }
    }

    @Test
    void severalThreadsReadAtOnce() throws Exception {
        byte[] packed = NiftiMaker.packed(new NiftiMaker(4, 50, 40, 30).with(50 * 40 * 30 * 2));
        try (PixelSource image = open(packed);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> readers = java.util.Collections.nCopies(8, () -> PixelDigest.of(image));
            List<String> digests = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(readers)) {
                digests.add(one.get());
            }
            assertThat(digests).hasSize(8).containsOnly(digests.get(0));
        }
    }

    @Test
    void unknownUnitsGiveNoPixelSize() throws IOException {
        try (PixelSource image =
                open(new NiftiMaker(2, 4, 3).spacing(0, 2, 2, 2).with(12))) {
            assertThat(image.metadata().pixelSizeX()).isNull();
        }
        try (PixelSource image =
                open(new NiftiMaker(2, 4, 3, 2).spacing(3, 0.5, -1, 2).with(24))) {
            assertThat(image.metadata().pixelSizeX()).isEqualTo(0.5);
            assertThat(image.metadata().pixelSizeY()).isNull();
        }
    }

    @Test
    void cutVolumeNamesBothEnds() throws IOException {
        byte[] sound = new NiftiMaker(4, 10, 10, 10).with(2000);
        refuses(Arrays.copyOf(sound, 2000), UnreadableImage.class, "byte 2000", "byte 2352");
        byte[] packed = NiftiMaker.packed(sound);
        refuses(Arrays.copyOf(packed, packed.length - 30), UnreadableImage.class, "gzip");
        refuses(NiftiMaker.packed(Arrays.copyOf(sound, 2000)), UnreadableImage.class, "byte 2000", "byte 2352");
    }

    @Test
    void gzipBombIsNotUnpackedBeyondTheHeadersSize() throws IOException {
        byte[] bomb = NiftiMaker.packed(new NiftiMaker(2, 4, 3).with(50_000_000));
        try (PixelSource image = open(bomb)) {
            assertThat(image.shape().pixels()).isEqualTo(12);
        }
    }

    @Test
    void packedFileThatPromisesMoreThanItCanHoldIsRefusedUnopened() throws IOException {
        byte[] liar = NiftiMaker.packed(new NiftiMaker(64, 30_000, 30_000, 30_000).with(1000));
        refuses(liar, UnreadableImage.class, "cut off");
    }

    @Test
    void temporaryFileIsGoneWhenTheVolumeIsClosed() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        PixelSource image = open(NiftiMaker.packed(new NiftiMaker(2, 4, 3).with(12)));
        image.close();
        try (var left = Files.list(temporary)) {
            assertThat(left.filter(path -> path.getFileName().toString().endsWith(".voxels")))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotTakenIsSaid() {
        refuses(new NiftiMaker(32, 4, 3).with(96), UnsupportedImage.class, "complex");
        refuses(new NiftiMaker(1536, 4, 3).with(192), UnsupportedImage.class, "128 bits");
        refuses(new NiftiMaker(1, 8, 3).with(3), UnsupportedImage.class, "single bits");
        refuses(new NiftiMaker(2, 2, 2, 2, 2, 2, 2).with(64), UnsupportedImage.class, "dim[6]");
        refuses(new NiftiMaker(128, 2, 2, 2, 2, 2).with(96), UnsupportedImage.class, "colored");
    }

    @Test
    void sixthAxisOfLengthOneIsNoAxis() throws IOException {
        try (PixelSource image = open(new NiftiMaker(2, 2, 2, 2, 2, 2, 1, 1).with(32))) {
            assertThat(image.shape()).hasToString("2x2x2x2x2");
        }
    }

    @Test
    void impossibleNumbersNameTheirField() {
        refuses(new NiftiMaker(2, 4, 0).with(12), UnreadableImage.class, "dim[2]");
        refuses(new NiftiMaker(2, 4, 3).shortAt(40, 9).with(12), UnreadableImage.class, "9 axes");
        refuses(new NiftiMaker(2, 4, 3).floatAt(108, 12).with(12), UnreadableImage.class, "vox_offset");
        refuses(new NiftiMaker(2, 4, 3).floatAt(108, Double.NaN).with(12), UnreadableImage.class, "vox_offset");
        refuses(new NiftiMaker(2, 4, 3).shortAt(0, 7).with(12), UnreadableImage.class, "348");
    }

    @Test
    void analyzeHeaderIsAskedToBeConverted() throws IOException {
        Path header = Files.write(
                folder.resolve("old.hdr"),
                new NiftiMaker(2, 4, 3).text(344, "\0\0\0").with(0));
        Path voxels = Files.write(folder.resolve("old.img"), new byte[12]);
        assertThatThrownBy(() -> ImageReaders.open(List.of(header, voxels), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("old.hdr")
                .hasMessageContaining("ANALYZE");
    }

    @Test
    void damagedVolumesAreReadOrRefused() throws IOException {
        byte[] sound = new NiftiMaker(512, 9, 8, 7, 2).extension(6, "a remark").with(9 * 8 * 7 * 2 * 2);
        Mutations.check(sound, folder, "damaged.nii", 400, 400, NiftiPixelsTest::readAll);
        Mutations.check(NiftiMaker.packed(sound), folder, "damaged.nii.gz", 400, 400, NiftiPixelsTest::readAll);
    }

    private static void readAll(Path file) throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            if (image.shape().pixels() < 1 << 22) {
                PixelDigest.of(image);
            }
        }
    }
}
