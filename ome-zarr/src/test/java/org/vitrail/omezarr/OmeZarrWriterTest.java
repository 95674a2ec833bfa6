package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;

class OmeZarrWriterTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    private static PixelSource formula(PixelShape shape, PixelType type) {
        return FormulaPixels.of(
                shape, type, (t, c, z, y, x) -> (x * 31 + y * 17 + z * 101 + c * 57 + t * 1009) % 251 + 1);
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void everyTypeComesBackWithItsDigest(PixelType type) throws IOException {
        PixelSource image = formula(new PixelShape(2, 2, 3, 61, 300), type);

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
        PixelSource image = formula(new PixelShape(1, 1, 1, 700, 513), PixelType.UINT16);

        WrittenImage written =
                OmeZarrWriter.write(image, store, WriteOptions.defaults().withCompression(compression));

        assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0))).isEqualTo(written.digest());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "2,1", "1,5000", "5000,1", "256,256", "257,256", "511,1025", "2049,4097", "1023,1"})
    void everySizeHasItsLevels(long height, long width) throws IOException {
        PixelSource image = formula(new PixelShape(1, 1, 1, height, width), PixelType.UINT8);

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
        PixelSource wide = formula(new PixelShape(1, 2, 2, 4100, 4500), PixelType.UINT8);
        WrittenImage written = OmeZarrWriter.write(wide, store, WriteOptions.defaults());
        assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0))).isEqualTo(written.digest());
        assertThat(store.objects).containsKey("0/c/1/1/1/1");

        MemoryZarrStore many = new MemoryZarrStore();
        PixelSource small = formula(new PixelShape(700, 1, 3, 20, 30), PixelType.UINT16);
        WrittenImage film = OmeZarrWriter.write(small, many, WriteOptions.defaults());
        assertThat(PixelDigest.of(OmeZarrReader.open(many).level(0))).isEqualTo(film.digest());
        assertThat(many.objects.keySet().stream().filter(key -> key.startsWith("0/c/")))
                .hasSize(3);
    }

    @Test
    void bytesAreTheSameAtEveryRunWhateverTheThreads() throws IOException {
        PixelSource image = formula(new PixelShape(2, 2, 2, 1100, 900), PixelType.UINT16);
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
                formula(new PixelShape(1, 1, 1, 9, 9), PixelType.UINT8), store, WriteOptions.defaults());

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
    void windowsComeFromTheData() throws IOException {
        PixelSource image = FormulaPixels.of(
                new PixelShape(1, 2, 1, 100, 100),
                PixelType.UINT16,
                (t, c, z, y, x) -> c == 0 ? 500 + y : y == 0 && x == 0 ? 60000 : 10);

        WrittenImage written = OmeZarrWriter.write(image, store, WriteOptions.defaults());

        assertThat(written.channels().get(0))
                .isEqualTo(new ChannelRendering("Channel 1", "0000FF", 500, 599, 500, 599));
        assertThat(written.channels().get(1)).isEqualTo(new ChannelRendering("Channel 2", "00FF00", 10, 11, 10, 60000));
        assertThat(OmeZarrReader.open(store).channels()).isEqualTo(written.channels());
    }

    @Test
    void windowsOfFloatsIgnoreWhatIsNoNumber() throws IOException {
        PixelSource image = FormulaPixels.of(
                new PixelShape(1, 1, 1, 100, 100),
                PixelType.FLOAT32,
                (t, c, z, y, x) -> y == 0 ? Double.NaN : y == 1 ? Double.POSITIVE_INFINITY : -1 + y / 50.0);
        ChannelRendering channel = OmeZarrWriter.write(image, store, WriteOptions.defaults())
                .channels()
                .get(0);

        assertThat(channel.min()).isCloseTo(-0.96, within(1e-6));
        assertThat(channel.max()).isCloseTo(0.98, within(1e-6));
        assertThat(channel.start()).isBetween(-0.96, -0.95);
        assertThat(channel.end()).isBetween(0.97, 0.981);

        PixelSource nothing =
                FormulaPixels.of(new PixelShape(1, 1, 1, 9, 9), PixelType.FLOAT32, (t, c, z, y, x) -> Double.NaN);
        assertThat(OmeZarrWriter.write(nothing, new MemoryZarrStore(), WriteOptions.defaults())
                        .channels())
                .containsExactly(new ChannelRendering("Channel 1", "FFFFFF", 0, 1, 0, 1));
    }

    @Test
    void toldNamesColorsAndSizesGoBeforeTheSource() throws IOException {
        WriteOptions options = WriteOptions.defaults()
                .withName("stem")
                .withSpacing(new PixelSpacing(0.5, 0.25, 2.0))
                .withChannels(List.of(new Channel("DAPI", "0000ff"), new Channel(null, "ff0000")))
                .withAbout(URI.create("https://nantes.vitrail.example/datasets/3k7q9m2xdc"));

        OmeZarrWriter.write(formula(new PixelShape(1, 2, 2, 600, 600), PixelType.UINT8), store, options);

        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(reader.name()).isEqualTo("stem");
        assertThat(reader.channels()).extracting(ChannelRendering::label).containsExactly("DAPI", "Channel 2");
        assertThat(reader.channels()).extracting(ChannelRendering::color).containsExactly("0000FF", "FF0000");
        assertThat(reader.level(0).metadata().pixelSizeX()).isEqualTo(0.5);
        assertThat(reader.level(1).metadata().pixelSizeX()).isEqualTo(1.0);
        assertThat(reader.level(1).metadata().pixelSizeY()).isEqualTo(0.5);
        assertThat(reader.level(1).metadata().pixelSizeZ()).isEqualTo(2.0);
        assertThat(text("ro-crate-metadata.json")).contains("3k7q9m2xdc").contains("vitrail-pixels-1");
    }

    @Test
    void labelIdsNeverMix() throws IOException {
        PixelSource cells = FormulaPixels.of(
                new PixelShape(1, 1, 1, 700, 900),
                PixelType.UINT32,
                (t, c, z, y, x) -> (x / 7 + y / 5 * 1000) % 3 == 0 ? 0 : 70_000 + x / 7);
        OmeZarrWriter.write(
                formula(new PixelShape(1, 1, 1, 700, 900), PixelType.UINT8), store, WriteOptions.defaults());

        WrittenImage written = OmeZarrWriter.writeLabels(cells, store, "cells", WriteOptions.defaults());
        OmeZarrWriter.writeLabels(cells, store, "more.cells-2", WriteOptions.defaults());

        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(reader.labels()).containsExactly("cells", "more.cells-2");
        OmeZarrReader labels = reader.label("cells");
        assertThat(PixelDigest.of(labels.level(0))).isEqualTo(written.digest()).isEqualTo(PixelDigest.of(cells));
        assertThat(labels.levels()).hasSameSizeAs(reader.levels());
        byte[] small = new byte[4 * 175 * 225];
        labels.level(2).read(0, 0, 0, 0, 0, 175, 225, small);
        for (int i = 0; i < small.length / 4; i++) {
            double id = SampleValues.at(PixelType.UINT32, small, i);
            assertThat(id == 0 || id >= 70_000 && id <= 70_128).isTrue();
        }
        assertThat(written.objects())
                .extracting(StoredObject::key)
                .contains("labels/zarr.json")
                .allMatch(key -> key.startsWith("labels/"));
        assertThat(written.channels()).isEmpty();
    }

    @Test
    void labelsThatCannotBeAreRefused() {
        PixelSource floats = formula(new PixelShape(1, 1, 1, 9, 9), PixelType.FLOAT32);
        PixelSource bytes = formula(new PixelShape(1, 1, 1, 9, 9), PixelType.UINT8);

        assertThatThrownBy(() -> OmeZarrWriter.writeLabels(floats, store, "a", WriteOptions.defaults()))
                .hasMessageContaining("whole numbers");
        for (String name : List.of("", "..", "a/b", ".hidden", "é", "zarr.json")) {
            assertThatThrownBy(() -> OmeZarrWriter.writeLabels(bytes, store, name, WriteOptions.defaults()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(store.objects).isEmpty();
    }

    @Test
    void thumbnailsShowTheChannelsInTheirColors() throws IOException {
        PixelSource halves = FormulaPixels.of(
                new PixelShape(1, 2, 1, 600, 1200),
                PixelType.UINT16,
                (t, c, z, y, x) -> (x < 600) == (c == 0) ? 4000 : 100);
        WriteOptions options =
                WriteOptions.defaults().withChannels(List.of(new Channel("a", "FF0000"), new Channel("b", "00FF00")));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                OmeZarrWriter.write(halves, store, options).thumbnailJpeg()));

        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(128);
        assertThat(image.getRGB(40, 60) >> 16 & 0xff).isGreaterThan(230);
        assertThat(image.getRGB(40, 60) >> 8 & 0xff).isLessThan(25);
        assertThat(image.getRGB(200, 60) >> 8 & 0xff).isGreaterThan(230);
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
                        formula(new PixelShape(1, 1, 1, 600, 600), PixelType.UINT8), failing, WriteOptions.defaults()))
                .isInstanceOf(ZarrStoreFailure.class)
                .hasMessageContaining("disk full");
        assertThat(store.objects).doesNotContainKey("zarr.json");
    }

    @Test
    void aFolderHoldsExactlyTheListedFiles(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("a.ome.zarr");
        WrittenImage written = OmeZarrWriter.write(
                formula(new PixelShape(1, 1, 3, 300, 300), PixelType.UINT16),
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

    private String text(String key) {
        return new String(store.objects.get(key), StandardCharsets.UTF_8);
    }

    @Test
    void merkleRootChangesWithAnyObject() {
        List<StoredObject> objects =
                List.of(new StoredObject("a", 1, "00"), new StoredObject("b", 2, "11"), new StoredObject("c", 3, "22"));
        List<StoredObject> other =
                List.of(new StoredObject("c", 3, "22"), new StoredObject("a", 1, "00"), new StoredObject("b", 2, "12"));

        assertThat(MerkleManifest.root(objects)).hasSize(64).isNotEqualTo(MerkleManifest.root(other));
        assertThat(MerkleManifest.root(List.of(objects.get(2), objects.get(0), objects.get(1))))
                .isEqualTo(MerkleManifest.root(objects));
        assertThatThrownBy(() -> MerkleManifest.root(Arrays.asList(objects.get(0), objects.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
