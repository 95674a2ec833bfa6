package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.UnreadableImage;

/** OME-Zarr in one ZIP file, by Java's and by Python's archiver, and as attackers make them. */
class ZipZarrStoreTest {

    private static final PixelSource IMAGE = FormulaPixels.of(
            new PixelShape(1, 2, 1, 300, 310), PixelType.UINT16, (t, c, z, y, x) -> (x * 31 + y * 7 + c) % 60_000);

    @TempDir
    private Path folder;

    private static MemoryZarrStore written() throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        OmeZarrWriter.write(IMAGE, store, WriteOptions.defaults());
        return store;
    }

    private Path zip(String prefix, boolean deflated, Map<String, byte[]> objects) throws IOException {
        Path file = folder.resolve("image.ozx");
        Files.write(file, zipped(prefix, deflated, objects));
        return file;
    }

    private static byte[] zipped(String prefix, boolean deflated, Map<String, byte[]> objects) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> object : objects.entrySet()) {
                ZipEntry entry = new ZipEntry(prefix + object.getKey());
                if (!deflated) {
                    CRC32 crc = new CRC32();
                    crc.update(object.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(object.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(object.getValue());
            }
            zip.setComment("{\"ome\": {\"version\": \"0.5\"}}");
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'', false", "image.ome.zarr/, true", "image.ome.zarr/, false"})
    void anArchiveIsReadFromItsTopOrItsOneFolder(String prefix, boolean deflated) throws IOException {
        MemoryZarrStore written = written();
        Map<String, byte[]> objects = new TreeMap<>(written.objects);
        Path file = zip(prefix, deflated, objects);

        try (Fileset opened = ImageReaders.openAll(List.of(file), null)) {
            assertThat(PixelDigest.of(opened.images().get(0))).isEqualTo(PixelDigest.of(IMAGE));
        }
        try (ZipZarrStore store = ZipZarrStore.open(file)) {
            for (String key : written.objects.keySet()) {
                assertSame(store, key, written.objects.get(key));
            }
            assertThat(store.find("absent")).isEmpty();
            assertThat(store.findRange("absent", 0, 1)).isEmpty();
            assertThat(store.suffix("absent", 1)).isEmpty();
            assertThatThrownBy(() -> store.find("../zarr.json")).isInstanceOf(UnreadableZarr.class);
        }
    }

    private static void assertSame(ZipZarrStore store, String key, byte[] bytes) {
        int half = bytes.length / 2;
        assertThat(store.find(key)).hasValue(bytes);
        assertThat(store.range(key, half, 10)).isEqualTo(Arrays.copyOfRange(bytes, half, half + 10));
        assertThat(store.range(key, half, bytes.length)).isEqualTo(Arrays.copyOfRange(bytes, half, bytes.length));
        assertThat(store.range(key, bytes.length + 5L, 10)).isEmpty();
        assertThat(store.suffix(key, 7)).hasValue(Arrays.copyOfRange(bytes, bytes.length - 7, bytes.length));
        assertThat(store.suffix(key, bytes.length + 7)).hasValue(bytes);
        assertThatThrownBy(() -> store.find(key, bytes.length - 1)).isInstanceOf(UnreadableZarr.class);
    }

    @Test
    void partsOfLargeDeflatedMembersAreUnpackedAndNoMore() throws IOException {
        byte[] large = new byte[40 << 20];
        for (int i = 0; i < large.length; i += 4096) {
            ByteBuffer.wrap(large).putInt(i, i);
        }
        try (ZipZarrStore store =
                ZipZarrStore.open(zip("", true, Map.of("zarr.json", new byte[] {'{', '}'}, "c", large)))) {
            for (int from : new int[] {0, 8_192, 33_000_000, large.length - 100}) {
                assertThat(store.range("c", from, 100)).isEqualTo(Arrays.copyOfRange(large, from, from + 100));
            }
        }
    }

    private static final String PYTHON = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
                z.writestr('a.zarr/', b'')
                for i in range(70000):
                    z.writestr('a.zarr/0/c/%d' % i, b'%d' % i, zipfile.ZIP_STORED)
                with z.open('a.zarr/zarr.json', 'w', force_zip64=True) as f:
                    f.write(b'{"zarr_format": 3}')
                z.writestr('README.txt', b'about')
            """;

    @Test
    void archivesInZip64WithMoreMembersThan16BitsCountAreRead() throws Exception {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(python.toFile().canExecute(), "skipped: python3 is not installed");
        Path file = folder.resolve("many.zip");
        Process made = new ProcessBuilder(python.toString(), "-c", PYTHON, file.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();

        try (ZipZarrStore store = ZipZarrStore.open(file)) {
            assertThat(store.find("zarr.json")).hasValue(ascii("{\"zarr_format\": 3}"));
            assertThat(store.find("0/c/69999")).hasValue(ascii("69999"));
            assertThat(store.find("README.txt")).isEmpty();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../b", "/etc/passwd", "a/../../b", "a\\b", "a//b", "./b"})
    void namesThatLeadOutAreRefusedByName(String name) throws IOException {
        Path file = zip("", true, Map.of("zarr.json", ascii("{}"), name, ascii("x")));

        assertThatThrownBy(() -> ZipZarrStore.open(file))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("image.ozx")
                .hasMessageContaining(name);
    }

    /** Changes bytes of the central directory's entry of that name, counted from the entry's start. */
    private Path changed(String name, int offset, int... values) throws IOException {
        byte[] bytes = zipped("", true, Map.of("zarr.json", ascii("{}"), "0/one", new byte[3000], "0/two", ascii("2")));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(name) - 46;
        for (int i = 0; i < values.length; i++) {
            bytes[at + offset + i] = (byte) values[i];
        }
        return Files.write(folder.resolve("image.ozx"), bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "41 | 0xa1 | symbolic link",
                "8 | 0x09 | encrypted",
                "10 | 0x0c | method 12",
                "27 | 0x7f | claims",
                "23 | 0x7f | claims",
                "44 | 0x7f | claims",
                "0 | 0x00 | entry",
                "28 | 0xff | entry",
            })
    void linksEncryptionOtherMethodsAndAbsurdSizesAreRefusedByMember(int offset, String value, String message)
            throws IOException {
        Path file = changed("0/one", offset, Integer.decode(value));

        assertThatThrownBy(() -> ZipZarrStore.open(file))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("image.ozx")
                .hasMessageContaining(message);
    }

    @Test
    void aMemberTwiceIsRefused() throws IOException {
        Path file = changed("0/two", 46, '0', '/', 'o', 'n', 'e');

        assertThatThrownBy(() -> ZipZarrStore.open(file))
                .hasMessageContaining("0/one")
                .hasMessageContaining("twice");
    }

    @Test
    void membersThatLieOverEachOtherAreRefused() throws IOException {
        byte[] kernel = new byte[200_000];
        new java.util.Random(1).nextBytes(kernel);
        byte[] bytes = zipped("", true, Map.of("zarr.json", ascii("{}"), "0/a", kernel, "0/b", ascii("2")));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int a = text.lastIndexOf("0/a") - 46;
        int b = text.lastIndexOf("0/b") - 46;
        for (int field : new int[] {20, 24, 42}) {
            zip.putInt(b + field, zip.getInt(a + field));
        }
        Path file = Files.write(folder.resolve("image.ozx"), bytes);

        assertThatThrownBy(() -> ZipZarrStore.open(file)).hasMessageContaining("overlap");
    }

    @Test
    void aMemberThatUnpacksToMoreOrLessOrOtherThanItClaimsIsRefused() throws IOException {
        for (int[] change : new int[][] {{24, 0xb7, 0x0b}, {24, 0xb9, 0x0b}, {16, 1, 2}}) {
            Path file = changed("0/one", change[0], change[1], change[2]);
            try (ZipZarrStore store = ZipZarrStore.open(file)) {
                assertThatThrownBy(() -> store.find("0/one"))
                        .isInstanceOf(UnreadableImage.class)
                        .hasMessageContaining("0/one")
                        .hasMessageContaining("damaged");
            }
        }
    }

    @Test
    void aLocalHeaderOfAnotherMemberIsRefused() throws IOException {
        byte[] bytes = zipped("", true, Map.of("zarr.json", ascii("{}"), "0/one", ascii("1")));
        int local = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("0/one");
        bytes[local + 2] = 'q';
        Path file = Files.write(folder.resolve("image.ozx"), bytes);

        try (ZipZarrStore store = ZipZarrStore.open(file)) {
            assertThatThrownBy(() -> store.find("0/one")).hasMessageContaining("there is another one");
        }
    }

    @Test
    void archivesWithoutOrWithSeveralOmeZarrAndCutOnesSaySo() throws IOException {
        Path none = zip("", true, Map.of("photo.jpg", ascii("x")));
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(none), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("image.ozx")
                .hasMessageContaining("no OME-Zarr");
        Path two = zip("", true, Map.of("a/zarr.json", ascii("{}"), "b/.zattrs", ascii("{}")));
        assertThatThrownBy(() -> ZipZarrStore.open(two)).hasMessageContaining("several OME-Zarr: [a/, b/]");
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(two), 60));
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(cut), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("cut.zip")
                .hasMessageContaining("not copied whole");
        assertThatThrownBy(() -> ZipZarrStore.open(folder.resolve("gone.zip")))
                .isInstanceOf(ZarrStoreFailure.class)
                .hasMessageContaining("gone.zip");
    }

    @Test
    void damagedArchivesAreReadOrRefusedAndNeverFaulty() throws IOException {
        MemoryZarrStore small = new MemoryZarrStore();
        PixelSource image = FormulaPixels.of(new PixelShape(1, 1, 1, 20, 30), PixelType.UINT16, (t, c, z, y, x) -> x);
        OmeZarrWriter.write(image, small, WriteOptions.defaults());
        byte[] sound = zipped("a.zarr/", true, small.objects);
        Mutations.check(sound, folder, "fuzzed.zip", sound.length, 300, ZipZarrStoreTest::readAll);
        for (long seed = 0; seed < 300; seed++) {
            byte[] directory = Arrays.copyOfRange(sound, sound.length - 700, sound.length);
            byte[] damaged = Mutations.mutate(directory, directory.length, seed);
            byte[] whole = Arrays.copyOf(sound, sound.length - 700 + damaged.length);
            System.arraycopy(damaged, 0, whole, sound.length - 700, damaged.length);
            Path file = Files.write(folder.resolve("fuzzed.zip"), whole);
            try {
                readAll(file);
            } catch (PixelsException refused) {
                assertThat(refused).hasMessageContaining("fuzzed.zip");
            }
        }
    }

    private static void readAll(Path file) throws IOException {
        try (Fileset opened = ImageReaders.openAll(List.of(file), null)) {
            PixelSource image = opened.images().get(0);
            int height = (int) Math.min(20, image.shape().y());
            int width = (int) Math.min(30, image.shape().x());
            image.read(0, 0, 0, 0, 0, height, width, new byte[20 * 30 * 8]);
        }
    }
}
