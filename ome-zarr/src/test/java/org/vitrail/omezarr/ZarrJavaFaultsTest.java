package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zarr.zarrjava.store.FilesystemStore;
import dev.zarr.zarrjava.v3.Array;
import dev.zarr.zarrjava.v3.DataType;
import dev.zarr.zarrjava.v3.codec.CodecBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.validation.Validation;
import org.vitrail.omezarr.validation.ValidationOptions;
import org.vitrail.omezarr.validation.ZarrValidator;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;

/**
 * Faults of zarr-java 0.0.9 for which Vitrail has a reader and a writer of its own. A test here that fails after an upgrade says that a
 * fault is mended, so that code of ours may have become unnecessary; beside each stands that ours does not have it.
 */
class ZarrJavaFaultsTest {

    private static final String MENDED = "zarr-java no longer has this fault: look whether %s is still needed";
    private static final int HEIGHT = 90;
    private static final int WIDTH = 110;

    @TempDir
    private Path folder;

    private static short value(int y, int x) {
        return (short) (y * 251 + x * 7 + y * x % 13);
    }

    private static short[] samples(int top, int left, int height, int width) {
        short[] samples = new short[height * width];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = value(top + i / width, left + i % width);
        }
        return samples;
    }

    private static PixelSource image() {
        return FormulaPixels.of(
                new PixelShape(1, 1, 1, HEIGHT, WIDTH), PixelType.UINT16, (t, c, z, y, x) -> value((int) y, (int) x));
    }

    private Array written(String name, int chunk, Function<CodecBuilder, CodecBuilder> codecs) throws Exception {
        Array array = Array.create(
                new FilesystemStore(folder).resolve(name),
                Array.metadataBuilder()
                        .withShape(HEIGHT, WIDTH)
                        .withDataType(DataType.UINT16)
                        .withChunkShape(chunk, chunk)
                        .withFillValue(0)
                        .withDimensionNames("y", "x")
                        .withCodecs(codecs)
                        .build());
        write(array);
        return array;
    }

    private static void write(Array array) {
        array.write(
                ucar.ma2.Array.factory(
                        ucar.ma2.DataType.USHORT, new int[] {HEIGHT, WIDTH}, samples(0, 0, HEIGHT, WIDTH)),
                true);
    }

    private static short[] shorts(ucar.ma2.Array read) {
        return (short[]) read.copyTo1DJavaArray();
    }

    private static void assertOurs(PixelSource ours, int top, int left, int height, int width) throws IOException {
        byte[] window = new byte[height * width * 2];
        ours.read(0, 0, 0, top, left, height, width, window);
        short[] expected = samples(top, left, height, width);
        for (int i = 0; i < expected.length; i++) {
            assertThat((short) SampleValues.at(PixelType.UINT16, window, i)).isEqualTo(expected[i]);
        }
    }

    @Test
    void aWindowOverSeveralChunksThatIsNotAlignedIsReadWrongly() throws Exception {
        Array array = written("a.zarr/0", 32, codecs -> codecs.withBytes("LITTLE"));
        assertThat(shorts(array.read())).isEqualTo(samples(0, 0, HEIGHT, WIDTH));

        assertThat(shorts(array.read(new long[] {32, 64}, new int[] {32, 32}))).isEqualTo(samples(32, 64, 32, 32));

        assertThat(shorts(array.read(new long[] {10, 20}, new int[] {60, 70})))
                .as(MENDED, "ZarrArrayPixels")
                .isNotEqualTo(samples(10, 20, 60, 70));
        describe(folder.resolve("a.zarr"));
        assertOurs(
                OmeZarrReader.open(new FolderZarrStore(folder.resolve("a.zarr")))
                        .level(0),
                10,
                20,
                60,
                70);
    }

    @Test
    void zstdInsideShardsIsNotReadBack() throws Exception {
        Array gzip = written(
                "gzip",
                64,
                codecs -> codecs.withSharding(
                        new int[] {32, 32}, inner -> inner.withBytes("LITTLE").withGzip(5)));
        assertThat(shorts(gzip.read())).isEqualTo(samples(0, 0, HEIGHT, WIDTH));
        Array zstd = written(
                "zstd",
                64,
                codecs -> codecs.withSharding(
                        new int[] {32, 32}, inner -> inner.withBytes("LITTLE").withZstd(3, false)));
        Path ours = folder.resolve("ours.zarr");
        OmeZarrWriter.write(
                image(), new FolderZarrStore(ours), WriteOptions.defaults().withCompression(ChunkCompression.ZSTD));

        assertThatThrownBy(zstd::read).as(MENDED, "ZstdCodec").hasStackTraceContaining("ZstdCodec.decode");
        assertThatThrownBy(() -> Array.open(ours.resolve("0")).read())
                .as(MENDED, "ZstdCodec")
                .hasStackTraceContaining("ZstdCodec.decode");
        assertOurs(OmeZarrReader.open(new FolderZarrStore(ours)).level(0), 0, 0, HEIGHT, WIDTH);
    }

    @Test
    void theBytesOfAShardDifferFromRunToRun() throws Exception {
        Set<String> theirs = new HashSet<>();
        for (int run = 0; run < 30 && theirs.size() < 2; run++) {
            written(
                    "a.zarr/0",
                    128,
                    codecs -> codecs.withSharding(new int[] {8, 8}, inner -> inner.withBytes("LITTLE")));
            theirs.add(java.util.HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("a.zarr/0/c/0/0"))));
            Files.delete(folder.resolve("a.zarr/0/zarr.json"));
        }
        MemoryZarrStore first = new MemoryZarrStore();
        MemoryZarrStore second = new MemoryZarrStore();
        OmeZarrWriter.write(image(), first, WriteOptions.defaults().withThreads(4));
        OmeZarrWriter.write(image(), second, WriteOptions.defaults().withThreads(1));

        assertThat(theirs).as(MENDED, "ShardWriter").hasSizeGreaterThan(1);
        assertThat(first.objects.keySet()).isEqualTo(second.objects.keySet());
        first.objects.forEach(
                (key, bytes) -> assertThat(second.objects.get(key)).isEqualTo(bytes));
    }

    /** Makes an image of the array 0. */
    private static void describe(Path image) throws IOException {
        Files.writeString(image.resolve("zarr.json"), """
                {"zarr_format": 3, "node_type": "group", "attributes": {"ome": {"version": "0.5", "multiscales": [
                 {"name": "n", "type": "none", "metadata": {},
                  "axes": [{"name": "y", "type": "space"}, {"name": "x", "type": "space"}],
                  "datasets": [{"path": "0", "coordinateTransformations": [{"type": "scale", "scale": [1, 1]}]}]}]}}}
                """);
    }

    @Test
    void whatItWritesIsValidAndWhatItReadsOfOursIsRight() throws Exception {
        written(
                "theirs.zarr/0",
                64,
                codecs -> codecs.withSharding(
                        new int[] {32, 16}, inner -> inner.withBytes("LITTLE").withBlosc()));
        describe(folder.resolve("theirs.zarr"));
        FolderZarrStore theirs = new FolderZarrStore(folder.resolve("theirs.zarr"));

        Validation.Checked checked =
                (Validation.Checked) ZarrValidator.validate(theirs, ValidationOptions.everything());
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.looked().chunks()).isPositive();
        assertOurs(OmeZarrReader.open(theirs).level(0), 0, 0, HEIGHT, WIDTH);

        for (ChunkCompression compression : ChunkCompression.values()) {
            if (compression == ChunkCompression.ZSTD) {
                continue;
            }
            Path ours = folder.resolve(compression + ".zarr");
            OmeZarrWriter.write(
                    image(), new FolderZarrStore(ours), WriteOptions.defaults().withCompression(compression));
            assertThat(shorts(Array.open(ours.resolve("0")).read())).isEqualTo(samples(0, 0, HEIGHT, WIDTH));
        }
    }
}
