package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.cli.Vitrail;
import org.vitrail.omezarr.ChunkCompression;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import picocli.CommandLine;

/** {@code vitrail convert} in a process of its own that dies as by {@code kill -9}. */
class KilledConversionTest {

    private static final String JOURNAL = ".vitrail-journal/";

    @TempDir
    private Path folder;

    /** Many channels make many small shards, and so notes early. */
    private Path source() throws IOException {
        Path source = folder.resolve("source.ome.zarr");
        OmeZarrWriter.write(
                new ManyChannels(),
                new FolderZarrStore(source),
                WriteOptions.defaults().withCompression(ChunkCompression.NONE));
        return source;
    }

    @Test
    void theSameCommandGoesOnAndGivesTheSameBytes() throws IOException, InterruptedException {
        Path source = source();
        Path output = folder.resolve("killed.ome.zarr");
        Path partial = killMidway(source, output);
        Map<String, FileTime> before = times(partial);
        List<String> noted = Files.readAllLines(partial.resolve(JOURNAL + "0000000")).stream()
                .flatMap(line -> Stream.of(line.split("\t")).skip(1).limit(1))
                .toList();

        StringWriter told = new StringWriter();
        assertThat(convert(source, output, told)).isZero();
        assertThat(told.toString()).contains("Going on with what an interrupted run");
        Path whole = folder.resolve("whole.ome.zarr");
        assertThat(convert(source, whole, new StringWriter())).isZero();

        assertThat(noted).hasSize(64);
        assertThat(noted)
                .allSatisfy(key -> assertThat(Files.getLastModifiedTime(output.resolve(key)))
                        .as("was stored by the run that was killed, and not again: " + key)
                        .isEqualTo(before.get(key)));
        assertThat(times(output).keySet()).isEqualTo(times(whole).keySet()).noneMatch(key -> key.startsWith(JOURNAL));
        for (String key : times(whole).keySet()) {
            assertThat(Files.mismatch(output.resolve(key), whole.resolve(key)))
                    .as(key)
                    .isEqualTo(-1);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("source.ome.zarr", "killed.ome.zarr", "whole.ome.zarr");
        }
    }

    /** Kills the process when it has noted shards, and gives the hidden folder that it leaves. */
    private Path killMidway(Path source, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Vitrail.class.getName(),
                        "convert",
                        "--threads",
                        "1",
                        source.toString(),
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        Path partial = null;
        while (partial == null || !Files.exists(partial.resolve(JOURNAL + "0000001"))) {
            assertThat(process.isAlive())
                    .as("the conversion before it is killed")
                    .isTrue();
            Thread.sleep(1);
            partial = findPartial();
        }
        process.destroyForcibly().waitFor();
        Files.delete(folder.resolve("killed.log"));
        assertThat(output).doesNotExist();
        return partial;
    }

    private Path findPartial() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".partial"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static int convert(Path source, Path output, StringWriter told) {
        return new CommandLine(new ConvertCommand())
                .setOut(new PrintWriter(told, true))
                .execute(source.toString(), output.toString());
    }

    private static Map<String, FileTime> times(Path folder) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    /** 1200 channels of 280 × 280. */
    private static final class ManyChannels implements PixelSource {

        @Override
        public PixelShape shape() {
            return new PixelShape(1, 1200, 1, 280, 280);
        }

        @Override
        public PixelType type() {
            return PixelType.UINT8;
        }

        @Override
        public SourceMetadata metadata() {
            return SourceMetadata.ofAxes("cyx");
        }

        @Override
        public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
            for (int i = 0; i < height * width; i++) {
                long value = (y + i / width) * 31 + (x + i % width) * (c + 7L);
                destination[i] = (byte) (value * value >> 5);
            }
        }

        @Override
        public void close() {}
    }
}
