package org.vitrail.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.FilesetWriter;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.ngff.NgffVersion;

/** Time steps as tifffile, nibabel and pydicom write them. */
class TimeStepTest {

    @TempDir
    private static Path written;

    private static List<String> lines;

    @BeforeAll
    static void write() throws IOException {
        lines = PythonJudge.run("write_time_steps.py", written.toString());
    }

    static List<String> lines() {
        return lines;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyFormatsStepIsTakenInSeconds(String line) throws IOException {
        String[] words = line.split("\t");
        Double seconds = words[1].equals("None") ? null : Double.valueOf(words[1]);

        try (PixelSource image = ImageReaders.open(List.of(written.resolve(words[0])), null)) {
            assertThat(image.metadata().timeStep()).isEqualTo(seconds);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.4"})
    void theStepIsWrittenAsScaleWithItsUnitAndReadBack(String version, @TempDir Path folder) throws IOException {
        FolderZarrStore store = new FolderZarrStore(folder);
        WriteOptions options = WriteOptions.defaults().withNgff(NgffVersion.of(version));
        try (PixelSource image = ImageReaders.open(List.of(written.resolve("minutes.tif")), null)) {
            OmeZarrWriter.write(image, store, options);
        }

        assertThat(OmeZarrReader.open(store).level(0).metadata().timeStep()).isEqualTo(90.0);
        String document = version.equals("0.5") ? "zarr.json" : ".zattrs";
        assertThat(new String(store.find(document).orElseThrow(), StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .contains("\"name\":\"t\",\"type\":\"time\",\"unit\":\"second\"")
                .contains("\"scale\":[90.0,");
    }

    @Test
    void collectionsNameTheStepInTheirOmeXml(@TempDir Path folder) throws IOException {
        FolderZarrStore store = new FolderZarrStore(folder);
        List<Path> files = List.of(written.resolve("seconds.ome.tif"));
        try (Fileset fileset = ImageReaders.openAll(files, null)) {
            List<PixelSource> twice =
                    List.of(fileset.images().get(0), fileset.images().get(0));
            FilesetWriter.write(twice, store, WriteOptions.defaults());
        }

        assertThat(new String(store.find("OME/METADATA.ome.xml").orElseThrow(), StandardCharsets.UTF_8))
                .contains("TimeIncrement=\"0.5\" TimeIncrementUnit=\"s\"");
    }
}
