package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/** What is written comes back: every type, codec, size and number of threads; and nothing half-written. */
class OmeZarrWriterTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void everyTypeComesBackWithItsDigest(PixelType type) throws IOException {
        PixelSource image = FormulaPixels.mixed(new PixelShape(2, 2, 3, 61, 300), type);

        WrittenImage written = OmeZarrWriter.write(image, store, WriteOptions.defaults());

        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(written.digest()).isEqualTo(PixelDigest.of(image));
        assertThat(PixelDigest.of(reader.level(0))).isEqualTo(written.digest());
        assertThat(reader.axes()).isEqualTo("tczyx");
        assertThat(reader.level(0).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(ChunkCompression.class)
    void everyCompressionComesBack(ChunkCompression compression) throws IOException {
        PixelSource image = FormulaPixels.mixed(new PixelShape(1, 1, 1, 700, 513), PixelType.UINT16);

        WrittenImage written =
                OmeZarrWriter.write(image, store, WriteOptions.defaults().withCompression(compression));

        assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0))).isEqualTo(written.digest());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "2,1", "1,5000", "5000,1", "256,256", "257,256", "511,1025", "2049,4097", "1023,1"})
    void everySizeHasItsLevels(long height, long width) throws IOException {
        PixelSource image = FormulaPixels.mixed(new PixelShape(1, 1, 1, height, width), PixelType.UINT8);

        WrittenImage written = OmeZarrWriter.write(image, store, WriteOptions.defaults());

        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(PixelDigest.of(reader.level(0))).isEqualTo(PixelDigest.of(image));
        assertThat(reader.levels()).isEqualTo(written.levels());
        ScaleLevel last = written.levels().get(written.levels().size() - 1);
        assertThat(Math.max(last.shape().y(), last.shape().x())).isLessThanOrEqualTo(256);
        assertThat(last.factorX())
                .isEqualTo(width == 1 ? 1 : 1L << (written.levels().size() - 1));
        for (int level = 1; level < reader.levels().size(); level++) {
            assertThatLevelIsMeanOfTheOneBefore(reader.level(level - 1), reader.level(level));
        }
    }

    private static void assertThatLevelIsMeanOfTheOneBefore(PixelSource fine, PixelSource coarse) throws IOException {
        int height = (int) fine.shape().y();
        int width = (int) fine.shape().x();
        byte[] a = new byte[height * width];
        fine.read(0, 0, 0, 0, 0, height, width, a);
        int halfHeight = (int) coarse.shape().y();
        int halfWidth = (int) coarse.shape().x();
        byte[] b = new byte[halfHeight * halfWidth];
        coarse.read(0, 0, 0, 0, 0, halfHeight, halfWidth, b);
        for (int y = 0; y < halfHeight; y++) {
            for (int x = 0; x < halfWidth; x++) {
                int sum = 0;
                int count = 0;
                for (int yy = 2 * y; yy < Math.min(height, 2 * y + 2); yy++) {
                    for (int xx = 2 * x; xx < Math.min(width, 2 * x + 2); xx++) {
                        sum += a[yy * width + xx] & 0xff;
                        count++;
                    }
                }
                int expected = (int) Math.floor((double) sum / count + 0.5);
                if ((b[y * halfWidth + x] & 0xff) != expected) {
                    throw new AssertionError(
                            "at " + y + ", " + x + ": " + (b[y * halfWidth + x] & 0xff) + " is not " + expected);
                }
            }
        }
    }

    @Test
    void shardsOfSeveralTilesAndGroupsOfPlanesAllComeBack() throws IOException {
        PixelSource wide = FormulaPixels.mixed(new PixelShape(1, 2, 2, 4100, 4500), PixelType.UINT8);
        WrittenImage written = OmeZarrWriter.write(wide, store, WriteOptions.defaults());
        assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0))).isEqualTo(written.digest());
        assertThat(store.objects).containsKey("0/c/1/1/1/1");

        MemoryZarrStore many = new MemoryZarrStore();
        PixelSource small = FormulaPixels.mixed(new PixelShape(700, 1, 3, 20, 30), PixelType.UINT16);
        WrittenImage film = OmeZarrWriter.write(small, many, WriteOptions.defaults());
        assertThat(PixelDigest.of(OmeZarrReader.open(many).level(0))).isEqualTo(film.digest());
        assertThat(many.objects.keySet().stream().filter(key -> key.startsWith("0/c/")))
                .hasSize(3);
    }

    @Test
    void bytesAreTheSameAtEveryRunWhateverTheThreads() throws IOException {
        PixelSource image = FormulaPixels.mixed(new PixelShape(2, 2, 2, 1100, 900), PixelType.UINT16);
        MemoryZarrStore second = new MemoryZarrStore();

        WrittenImage one =
                OmeZarrWriter.write(image, store, WriteOptions.defaults().withThreads(1));
        WrittenImage four =
                OmeZarrWriter.write(image, second, WriteOptions.defaults().withThreads(4));

        assertThat(one.objects()).isEqualTo(four.objects());
        assertThat(MerkleManifest.root(one.objects())).isEqualTo(MerkleManifest.root(four.objects()));
        assertThat(store.objects.keySet()).isEqualTo(second.objects.keySet());
    }

    @Test
    void objectsAreListedWithTheirHashAndTheRootLast() throws IOException {
        WrittenImage written = OmeZarrWriter.write(
                FormulaPixels.mixed(new PixelShape(1, 1, 1, 9, 9), PixelType.UINT8), store, WriteOptions.defaults());

        assertThat(written.objects())
                .extracting(StoredObject::key)
                .containsExactly("0/c/0/0", "0/zarr.json", "ro-crate-metadata.json", "zarr.json");
        assertThat(written.sizeBytes())
                .isEqualTo(store.objects.values().stream()
                        .mapToLong(bytes -> bytes.length)
                        .sum());
        assertThat(written.axes()).isEqualTo("yx");
    }

    @Test
    void emptyRegionsCostNothingAndReadAsZero() throws IOException {
        PixelSource mostlyBlack = FormulaPixels.of(
                new PixelShape(1, 1, 1, 3000, 3000),
                PixelType.UINT16,
                (t, c, z, y, x) -> y == 2999 && x == 2999 ? 7 : 0);

        WrittenImage written = OmeZarrWriter.write(mostlyBlack, store, WriteOptions.defaults());

        assertThat(store.objects.keySet().stream().filter(key -> key.startsWith("0/c")))
                .containsExactly("0/c/1/1");
        assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0))).isEqualTo(written.digest());
    }

    @Test
    void nothingHalfWrittenIsTakenForAnImage() {
        ZarrStore failing = new ZarrStore() {
            @Override
            public void put(String key, byte[] bytes) {
                if (key.startsWith("1/")) {
                    throw new ZarrStoreFailure("disk full at " + key);
                }
                store.put(key, bytes);
            }

            @Override
            public java.util.Optional<byte[]> find(String key) {
                return store.find(key);
            }

            @Override
            public byte[] range(String key, long offset, int length) {
                return store.range(key, offset, length);
            }

            @Override
            public java.util.Optional<byte[]> suffix(String key, int length) {
                return store.suffix(key, length);
            }
        };

        assertThatThrownBy(() -> OmeZarrWriter.write(
                        FormulaPixels.mixed(new PixelShape(1, 1, 1, 600, 600), PixelType.UINT8),
                        failing,
                        WriteOptions.defaults()))
                .isInstanceOf(ZarrStoreFailure.class)
                .hasMessageContaining("disk full");
        assertThat(store.objects).doesNotContainKey("zarr.json");
    }

    @Test
    void aFolderHoldsExactlyTheListedFiles(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("a.ome.zarr");
        WrittenImage written = OmeZarrWriter.write(
                FormulaPixels.mixed(new PixelShape(1, 1, 3, 300, 300), PixelType.UINT16),
                new FolderZarrStore(root),
                WriteOptions.defaults());

        try (Stream<Path> files = Files.walk(root)) {
            List<String> keys = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
            assertThat(keys)
                    .isEqualTo(written.objects().stream().map(StoredObject::key).toList());
        }
        assertThat(PixelDigest.of(OmeZarrReader.open(new FolderZarrStore(root)).level(0)))
                .isEqualTo(written.digest());
    }
}
