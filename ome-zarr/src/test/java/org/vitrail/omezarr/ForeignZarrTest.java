package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.SampleValues;
import org.vitrail.pixels.Samples;

/** OME-Zarr that others made: Zarr v2 by python3-zarr, the examples of OME-NGFF 0.4, and documents that attack. */
class ForeignZarrTest {

    private static final String WRITE = """
            import sys, json, zarr, numcodecs, numpy
            folder, dtype, order, codec = sys.argv[1:5]
            values = (numpy.arange(3 * 45 * 70).reshape(3, 45, 70) * 7 % 119).astype(dtype)
            made = {'none': None, 'zlib': numcodecs.Zlib(4), 'gzip': numcodecs.GZip(4), 'lz4': numcodecs.LZ4(),
                    'zstd': numcodecs.Zstd(3), 'bz2': numcodecs.BZ2(3)}
            if codec in made:
                compressor = made[codec]
            else:
                cname, shuffle = codec.split('-')
                compressor = numcodecs.Blosc(cname=cname, shuffle=int(shuffle))
            group = zarr.group(zarr.DirectoryStore(folder), overwrite=True)
            group.create_dataset('0', data=values, chunks=(2, 16, 32), order=order, compressor=compressor,
                                 dimension_separator='/', fill_value=None)
            axes = [{'name': 'z', 'type': 'space', 'unit': 'nanometer'},
                    {'name': 'y', 'type': 'space', 'unit': 'nanometer'}, {'name': 'x', 'type': 'space', 'unit': 'nanometer'}]
            group.attrs['multiscales'] = [{'version': '0.4', 'axes': axes, 'datasets': [
                {'path': '0', 'coordinateTransformations': [{'type': 'scale', 'scale': [500.0, 250.0, 125.0]}]}]}]
            """;

    @TempDir
    private Path folder;

    private OmeZarrReader written(String type, String order, String codec) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(
                python.toFile().canExecute() && exit(List.of(python.toString(), "-c", "import zarr, numcodecs")) == 0,
                "skipped: python3-zarr is not installed");
        assertThat(exit(List.of(python.toString(), "-c", WRITE, folder.toString(), type, order, codec)))
                .isZero();
        return OmeZarrReader.open(new FolderZarrStore(folder));
    }

    private static int exit(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @ParameterizedTest
    @CsvSource({
        "<u2,C,none",
        ">u2,C,zlib",
        "<f4,F,gzip",
        ">f8,F,lz4",
        "|u1,C,zstd",
        "|b1,C,none",
        "<i4,C,lz4",
        "<u2,C,blosclz-1",
        "<u2,C,lz4-2",
        "<i2,F,lz4hc-1",
        ">u4,C,zlib-0",
        "<u8,C,zstd-2"
    })
    void whatPythonWroteIsReadAlike(String type, String order, String codec) throws Exception {
        PixelSource image = written(type, order, codec).level(0);

        assertThat(image.shape()).isEqualTo(new PixelShape(1, 1, 3, 45, 70));
        assertThat(image.metadata().pixelSizeX()).isEqualTo(0.125);
        assertThat(image.metadata().pixelSizeZ()).isEqualTo(0.5);
        byte[] window = new byte[20 * 41 * image.type().bytes()];
        for (int z = 0; z < 3; z++) {
            image.read(0, 0, z, 11, 27, 20, 41, window);
            for (int i = 0; i < 20 * 41; i++) {
                long value = ((z * 45L + 11 + i / 41) * 70 + 27 + i % 41) * 7 % 119;
                double expected = type.equals("|b1") ? Math.min(1, value) : value;
                assertThat(SampleValues.at(image.type(), window, i)).isEqualTo(expected);
            }
        }
        byte[] all = OmeZarrReader.open(new FolderZarrStore(folder)).readAll(0, 2);
        for (int i = 0; i < 3 * 45 * 70; i++) {
            double expected = type.equals("|b1") ? Math.min(1, i * 7L % 119) : i * 7L % 119;
            assertThat(SampleValues.at(image.type(), all, i)).isEqualTo(expected);
        }
    }

    @Test
    void aCompressorThatIsNotSupportedIsNamed() {
        assertThatThrownBy(() -> written("<u2", "C", "bz2"))
                .isInstanceOf(UnreadableZarr.class)
                .hasMessageContaining("bz2")
                .hasMessageContaining("0/.zarray");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image-01", "image-02", "image-03"})
    void theExamplesOfVersion04AreRead(String name) {
        OmeZarrReader image =
                OmeZarrReader.open(new FolderZarrStore(Samples.sample("ome-zarr-examples/valid/" + name + ".zarr")));

        assertThat(image.version()).isEqualTo("0.4");
        assertThat(image.level(0).type()).isEqualTo(PixelType.FLOAT64);
        assertThat(image.decodeAll(0, 2, fault -> assertThat(fault).isNull())).isTrue();
        assertThat(image.labels()).isEmpty();
    }

    private static final String ARRAY = """
            {"zarr_format": 2, "shape": [6, 4], "chunks": [3, 4], "dtype": "<u2", "order": "C", "fill_value": null,
             "filters": null, "compressor": null}""";

    private static MemoryZarrStore store(String array, String axes) {
        MemoryZarrStore store = new MemoryZarrStore();
        store.put(".zattrs", bytes("""
                {"multiscales": [{"axes": [{"name": "%s"}, {"name": "%s"}], "datasets": [{"path": "0",
                 "coordinateTransformations": [{"type": "scale", "scale": [1, 1]}]}]}]}""".formatted((Object[]) axes.split(""))));
        store.put("0/.zarray", bytes(array));
        ByteBuffer chunk = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (short i = 0; i < 12; i++) {
            chunk.putShort((short) (i + 1));
        }
        store.put("0/0.0", chunk.array());
        return store;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void axesInAnotherOrderAreReadAsRowsAndColumns() throws IOException {
        PixelSource image = OmeZarrReader.open(store(ARRAY, "xy")).level(0);
        byte[] samples = new byte[2 * 2 * 4];

        image.read(0, 0, 0, 1, 1, 2, 4, samples);

        assertThat(image.shape()).isEqualTo(new PixelShape(1, 1, 1, 4, 6));
        short[] values = new short[8];
        ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(values);
        assertThat(values).containsExactly(6, 10, 0, 0, 7, 11, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"shape\": [6, 4]; \"shape\": [9223372036854775807, 4]",
                "\"shape\": [6, 4]; \"shape\": [281474976710656, 281474976710656]",
                "\"shape\": [6, 4]; \"shape\": [0, 4]",
                "\"chunks\": [3, 4]; \"chunks\": [2147483647, 2147483647]",
                "\"chunks\": [3, 4]; \"chunks\": [3]",
                "<u2; <U7",
                "\"filters\": null; \"filters\": [{\"id\": \"delta\"}]",
                "\"compressor\": null; \"compressor\": {\"id\": \"pickle\"}",
            })
    void absurdOrUnknownArraysAreRefusedByName(String sound, String damaged) {
        MemoryZarrStore store = store(ARRAY.replace(sound, damaged), "yx");

        assertThatThrownBy(() -> OmeZarrReader.open(store))
                .isInstanceOf(UnreadableZarr.class)
                .hasMessageContaining("0/.zarray");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../0", "/etc", "a/../../b", "a//b", "a\\\\b"})
    void aPathThatLeadsOutIsRefused(String path) {
        MemoryZarrStore store = store(ARRAY, "yx");
        String document = new String(store.objects.get(".zattrs"), StandardCharsets.UTF_8);
        store.put(".zattrs", bytes(document.replace("\"path\": \"0\"", "\"path\": \"" + path + "\"")));

        assertThatThrownBy(() -> OmeZarrReader.open(store)).hasMessageContaining("lead out");
    }

    @Test
    void anAxisOfAnotherNameIsNamed() {
        assertThatThrownBy(() -> OmeZarrReader.open(store(ARRAY, "qx"))).hasMessageContaining("axis \"q\"");
    }

    @Test
    void brokenDocumentsAreRefusedAndNeverFaulty() {
        for (String key : List.of(".zattrs", "0/.zarray", "0/0.0")) {
            byte[] sound = store(ARRAY, "yx").objects.get(key);
            for (long seed = 0; seed < 300; seed++) {
                MemoryZarrStore store = store(ARRAY, "yx");
                store.put(key, org.vitrail.pixels.Mutations.mutate(sound, sound.length, seed));
                readOrRefuse(store);
            }
        }
    }

    private static void readOrRefuse(MemoryZarrStore store) {
        try {
            PixelSource image = OmeZarrReader.open(store).level(0);
            int height = (int) Math.min(8, image.shape().y());
            int width = (int) Math.min(8, image.shape().x());
            image.read(0, 0, 0, 0, 0, height, width, new byte[64 * 8]);
        } catch (PixelsException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void damagedLz4AndZlibChunksAreRefused() throws Exception {
        for (String codec : List.of("lz4", "zlib")) {
            written("<u2", "C", codec);
            byte[] sound = java.nio.file.Files.readAllBytes(folder.resolve("0/0/0/0"));
            for (long seed = 0; seed < 200; seed++) {
                byte[] damaged = org.vitrail.pixels.Mutations.mutate(sound, sound.length, seed);
                java.nio.file.Files.write(folder.resolve("0/0/0/0"), damaged);
                OmeZarrReader image = OmeZarrReader.open(new FolderZarrStore(folder));
                try {
                    image.level(0).read(0, 0, 0, 0, 0, 16, 32, new byte[16 * 32 * 2]);
                } catch (UnreadableZarr refused) {
                    assertThat(refused.getMessage()).contains("0/0/0/0");
                }
            }
        }
    }

    private static final String ARRAY_V3 = """
            {"zarr_format": 3, "node_type": "array", "shape": [3, 2], "data_type": "float32", "fill_value": "NaN",
             "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [3, 1]}},
             "chunk_key_encoding": {"name": "v2", "configuration": {"separator": "/"}},
             "codecs": [{"name": "transpose", "configuration": {"order": [1, 0]}},
                        {"name": "bytes", "configuration": {"endian": "big"}}], "attributes": {}}""";

    private static MemoryZarrStore storeV3(String array) {
        MemoryZarrStore store = new MemoryZarrStore();
        store.put("zarr.json", bytes("""
                {"zarr_format": 3, "node_type": "group", "attributes": {"ome": {"version": "0.5", "multiscales": [
                 {"axes": [{"name": "y"}, {"name": "x"}], "datasets": [{"path": "0",
                  "coordinateTransformations": [{"type": "scale", "scale": [1, 1]}]}]}]}}}"""));
        store.put("0/zarr.json", bytes(array));
        store.put(
                "0/0/0",
                ByteBuffer.allocate(12).putFloat(1).putFloat(2).putFloat(3).array());
        return store;
    }

    @ParameterizedTest
    @CsvSource({"\"NaN\", 7fc00000", "\"-Infinity\", ff800000", "\"0x7fc00001\", 7fc00001", "1.5, 3fc00000"})
    void transposedBigEndianChunksAndFillValuesOfVersion3AreRead(String fill, String bits) throws IOException {
        PixelSource image =
                OmeZarrReader.open(storeV3(ARRAY_V3.replace("\"NaN\"", fill))).level(0);
        byte[] samples = new byte[3 * 2 * 4];

        image.read(0, 0, 0, 0, 0, 3, 2, samples);

        ByteBuffer read = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < 3; y++) {
            assertThat(read.getFloat(8 * y)).isEqualTo(y + 1);
            assertThat(Integer.toHexString(read.getInt(8 * y + 4))).isEqualTo(bits);
        }
    }

    @Test
    void theLongerSideOfATransposedChunkIsReadInItsOrder() throws IOException {
        MemoryZarrStore store = storeV3(ARRAY_V3.replace("[3, 1]", "[3, 2]"));
        ByteBuffer chunk = ByteBuffer.allocate(24);
        for (int i = 1; i <= 6; i++) {
            chunk.putFloat(i);
        }
        store.put("0/0/0", chunk.array());
        byte[] samples = new byte[24];

        OmeZarrReader.open(store).level(0).read(0, 0, 0, 0, 0, 3, 2, samples);

        float[] values = new float[6];
        ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        assertThat(values).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"storage_transformers\": [{\"name\": \"q\"}]; storage_transformers",
                "\"odd\": {\"name\": \"q\"}; extension \"odd\"",
            })
    void extensionsThatMustBeUnderstoodAreRefused(String extension, String message) {
        String array = ARRAY_V3.replace("\"attributes\"", extension + ", \"attributes\"");

        assertThatThrownBy(() -> OmeZarrReader.open(storeV3(array))).hasMessageContaining(message);
    }

    @Test
    void anExtensionThatNeedNotBeUnderstoodIsPassedOver() {
        String extra = "\"odd\": {\"must_understand\": false}, \"attributes\"";

        assertThat(OmeZarrReader.open(storeV3(ARRAY_V3.replace("\"attributes\"", extra)))
                        .axes())
                .isEqualTo("yx");
    }

    @Test
    void metadataOfTooManyTokensAreRefused() {
        MemoryZarrStore store = store(ARRAY, "yx");
        store.put(".zattrs", bytes("{\"labels\": [" + "0,".repeat(2_100_000) + "0]}"));

        assertThatThrownBy(() -> OmeZarrReader.open(store))
                .isInstanceOf(UnreadableZarr.class)
                .hasMessageContaining(".zattrs");
    }
}
