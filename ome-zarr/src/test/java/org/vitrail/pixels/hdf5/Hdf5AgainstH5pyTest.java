package org.vitrail.pixels.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnsupportedImage;

/** Files that h5py writes, and reads; whole and damaged. */
class Hdf5AgainstH5pyTest {

    @TempDir
    private static Path written;

    private static List<PythonJudge.Reading> readings;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException {
        readings = PythonJudge.readings("write_hdf5.py", written);
    }

    static List<PythonJudge.Reading> readings() {
        return readings;
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyKindIsReadAlike(PythonJudge.Reading reading) throws IOException {
        reading.holds(written);
    }

    private static Fileset open(String... names) {
        List<Path> files = java.util.Arrays.stream(names).map(written::resolve).toList();
        return ImageReaders.openAll(files, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip.h5", "big.h5", "ilastik.h5", "labeled.h5", "odd.h5"})
    void everyRegionHoldsTheSameSamplesAsTheWhole(String name) throws IOException {
        try (Fileset fileset = open(name)) {
            PixelSource image = fileset.images().get(0);
            int height = (int) image.shape().y();
            int width = (int) image.shape().x();
            int size = image.type().bytes();
            byte[] whole = new byte[height * width * size];
            int z = (int) image.shape().z() - 1;
            image.read(0, 0, z, 0, 0, height, width, whole);
            byte[] part = new byte[3 * 2 * size];
            for (int y = 0; y + 3 <= height; y += 5) {
                for (int x = 0; x + 2 <= width; x += 3) {
                    image.read(0, 0, z, y, x, 3, 2, part);
                    for (int row = 0; row < 3; row++) {
                        int from = ((y + row) * width + x) * size;
                        assertThat(java.util.Arrays.equals(
                                        whole, from, from + 2 * size, part, row * 2 * size, (row + 1) * 2 * size))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void severalThreadsReadAtOnce() throws Exception {
        try (Fileset fileset = open("many.h5");
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            PixelSource image = fileset.images().get(0);
            List<Callable<String>> readers = java.util.Collections.nCopies(6, () -> PixelDigest.of(image));
            List<String> digests = new ArrayList<>();
            for (Future<String> one : threads.invokeAll(readers)) {
                digests.add(one.get());
            }
            assertThat(digests).hasSize(6).containsOnly(digests.get(0));
        }
    }

    @Test
    void imarisSaysSizesNamesAndColors() throws IOException {
        try (Fileset fileset = open("cells.ims")) {
            SourceMetadata said = fileset.images().get(0).metadata();

            assertThat(said.name()).isEqualTo("cells");
            assertThat(said.axesFromFile()).isEqualTo("tczyx");
            assertThat(said.pixelSizeX()).isEqualTo(0.5);
            assertThat(said.pixelSizeY()).isEqualTo(0.5);
            assertThat(said.pixelSizeZ()).isEqualTo(2.0);
            assertThat(said.channels()).containsExactly(new Channel("DAPI", "0000FF"), new Channel("GFP", "00FF80"));
        }
    }

    @Test
    void viewsThatDifferInTheChannelAreOneImage() throws IOException {
        try (Fileset fileset = open("views.h5", "views.xml")) {
            assertThat(fileset.images()).hasSize(2);
            SourceMetadata said = fileset.images().get(1).metadata();
            assertThat(said.name()).isEqualTo("setup 2");
            assertThat(said.channels()).containsExactly(new Channel("DAPI", null), new Channel("GFP", null));
            assertThat(said.pixelSizeX()).isEqualTo(0.5);
            assertThat(said.pixelSizeY()).isEqualTo(0.25);
            assertThat(said.pixelSizeZ()).isEqualTo(2.0);
        }
        try (Fileset fileset = open("views.h5")) {
            assertThat(fileset.images()).hasSize(4);
        }
    }

    @Test
    void elementSizeIsSaidAsZyx() throws IOException {
        try (Fileset fileset = open("labeled.h5")) {
            SourceMetadata said = fileset.images().get(0).metadata();
            assertThat(said.pixelSizeX()).isEqualTo(0.25);
            assertThat(said.pixelSizeY()).isEqualTo(0.5);
            assertThat(said.pixelSizeZ()).isEqualTo(2.0);
            assertThat(said.axesFromFile()).isEqualTo("czyx");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "two.h5; 2 arrays (raw/first, raw/second)",
                "table.h5; no array of two or more axes",
                "unnamed.h5; 4 axes without names",
                "half.h5; no array of two or more axes",
                "scaled.h5; by filter 6",
                "linked.h5; links are not followed"
            })
    void whatIsNotReadIsSaid(String name, String said) {
        assertThatThrownBy(() -> open(name))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining(name)
                .hasMessageContaining(said);
    }

    @Test
    void axesMayBeNamedByTheCaller() throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(written.resolve("unnamed.h5")), "zyxc")) {
            assertThat(fileset.images().get(0).shape()).hasToString("1x5x2x3x4");
        }
    }

    @Test
    void groupThatIsItsOwnChildIsVisitedOnce() throws IOException {
        try (Fileset fileset = open("ring.h5")) {
            assertThat(fileset.images().get(0).shape()).hasToString("1x1x1x4x5");
        }
    }

    @Test
    void regionOfAGiantIsReadWithoutTheRest() throws IOException {
        try (Fileset fileset = open("giant.h5")) {
            byte[] corner = new byte[20 * 20 * 2];
            fileset.images().get(0).read(0, 0, 0, 199_980, 199_980, 20, 20, corner);
            assertThat(corner[0]).isZero();
            assertThat(corner[corner.length - 2]).isEqualTo((byte) 77);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip.h5", "lzf.h5", "latest.h5", "single.h5", "growing.h5", "growing2.h5", "holes.h5", "flat.h5"
            })
    void damagedArraysAreReadOrRefused(String name) throws IOException {
        byte[] sound = Files.readAllBytes(written.resolve(name));
        Mutations.check(sound, folder, name, 4096, 100, Hdf5AgainstH5pyTest::readAll);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells.ims", "views.h5", "ilastik.h5", "ring.h5", "notes.h5"})
    void damagedFilesOfProgramsAreReadOrRefused(String name) throws IOException {
        byte[] sound = Files.readAllBytes(written.resolve(name));
        Mutations.check(sound, folder, name, sound.length, 100, Hdf5AgainstH5pyTest::readAll);
    }

    private static void readAll(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            for (PixelSource image : fileset.images()) {
                if (image.shape().pixels() < 1 << 20) {
                    PixelDigest.of(image);
                }
            }
        }
    }
}
