package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OME-Zarr as input of convert and inspect, wherever it lies. */
class PlacesTest {

    @TempDir
    private Path folder;

    private Path zarr;
    private String digest;
    private final Commands commands = new Commands();

    @BeforeEach
    void convert() throws IOException {
        Path picture = Commands.picture(folder.resolve("stem.png"));
        Path cells = Files.copy(picture, folder.resolve("cells.png"));
        zarr = folder.resolve("stem.ome.zarr");
        assertThat(commands.run("convert", picture, zarr, "--labels", cells)).isZero();
        digest = commands.out().replaceAll("(?s).*?digest ([0-9a-f]{64}).*", "$1");
        commands.forget();
    }

    private JsonNode inspected(Object... arguments) throws IOException {
        commands.forget();
        List<Object> words = new ArrayList<>(List.of(arguments));
        words.add(0, "inspect");
        words.add("--json");
        assertThat(commands.run(words.toArray())).as(commands.err()).isZero();
        return commands.json();
    }

    private Path zip() throws IOException {
        Path file = folder.resolve("stem.ozx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Stream<Path> all = Files.walk(zarr)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry("stem.ome.zarr/" + zarr.relativize(each)));
                Files.copy(each, zip);
            }
        }
        return file;
    }

    private void assertConvertsWithLabels(Object... input) throws IOException {
        Path again = folder.resolve("again.ome.zarr");
        List<Object> words = new ArrayList<>(List.of(input));
        words.add(1, again);
        words.add(0, "convert");
        assertThat(commands.run(words.toArray())).as(commands.err()).isZero();
        JsonNode found = inspected(again, "--digest");
        assertThat(found.path("name").asText()).isEqualTo("stem");
        assertThat(found.path("digest").asText()).isEqualTo(digest);
        assertThat(found.path("labels").path("cells").path("digest").asText()).isEqualTo(digest);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".partial"));
        }
    }

    @Test
    void foldersAreConvertedWithTheirLabels() throws IOException {
        assertConvertsWithLabels(zarr, "--ngff", "0.4");
    }

    @Test
    void archivesAreConvertedAndInspected() throws IOException {
        assertConvertsWithLabels(zip());
        JsonNode found = inspected(zip());
        assertThat(found.path("kind").asText()).isEqualTo("OME-Zarr image");
        assertThat(found.path("levels").path(0).path("codecs")).isNotEmpty();
    }

    @Test
    void webAddressesAreConvertedAndInspected() throws IOException {
        try (FolderServer server = new FolderServer(zarr, "/data/stem.ome.zarr/", true)) {
            assertConvertsWithLabels(server.address());
            assertThat(inspected(server.address()).path("version").asText()).isEqualTo("0.5");
        }
    }

    @Test
    void serversWithoutRangesAreConvertedToo() throws IOException {
        try (FolderServer server = new FolderServer(zarr, "/data/stem.ome.zarr/", false)) {
            assertConvertsWithLabels(server.address());
        }
    }

    @Test
    void bucketsAreConvertedAndInspected() throws IOException {
        try (FolderServer server = new FolderServer(zarr, "/bucket/data/stem.ome.zarr/", true)) {
            assertConvertsWithLabels("s3://bucket/data/stem.ome.zarr", "--s3-endpoint", server.root());
            assertThat(inspected("s3://bucket/data/stem.ome.zarr", "--s3-endpoint", server.root())
                            .path("shape")
                            .asText())
                    .isEqualTo("1x1x1x200x300");
        }
    }

    @Test
    void ofPlatesTheCountsAndTheFirstImagesAreTold() throws IOException {
        Path plate = GrayImage.writePlate(folder.resolve("plate.ome.zarr"));

        JsonNode found = inspected(plate, "--images", "3");

        assertThat(found.path("kind").asText()).isEqualTo("OME-Zarr plate");
        assertThat(found.path("plate").asText()).isEqualTo("P");
        assertThat(found.path("wells").asInt()).isEqualTo(6);
        assertThat(found.path("images").asInt()).isEqualTo(12);
        assertThat(found.path("first")).hasSize(3);
        assertThat(found.path("first").path(2).path("path").asText()).isEqualTo("A/2/0");
        assertThat(found.path("first").path(2).path("well").asText()).isEqualTo("A2, field 1");
        Path again = folder.resolve("again.ome.zarr");
        assertThat(commands.run("convert", plate, again)).isZero();
        assertThat(inspected(again).path("wells").asInt()).isEqualTo(6);
        commands.forget();
        assertThat(commands.run("inspect", plate)).isZero();
        assertThat(commands.out()).contains("images: 12").contains("  well: A1, field 2");
    }

    @Test
    void otherFilesAreToldWithWhatCouldRevealPersons() throws IOException {
        Path picture = Files.copy(folder.resolve("stem.png"), folder.resolve("patient_Anna_Example_MRN1234567.png"));

        JsonNode found = inspected(picture, "--digest");

        assertThat(found.path("shape").asText()).isEqualTo("1x1x1x200x300");
        assertThat(found.path("dtype").asText()).isEqualTo("uint8");
        assertThat(found.path("digest").asText()).isEqualTo(digest);
        assertThat(found.path("findings")).isNotEmpty();
        assertThat(found.path("findings").path(0).path("kind").asText()).isEqualTo("FILE_NAME");
        assertThat(found.path("findings").path(0).path("reason").asText()).isNotBlank();
        assertThat(inspected(folder.resolve("stem.png")).path("findings")).isEmpty();
    }

    @Test
    void ofAnOmeZarrThatIsAFileNamesThatRevealPersonsAreToldToo() throws IOException {
        Path named = Files.move(zarr, folder.resolve("patient_Anna_Example_MRN1234567.ome.zarr"));

        assertThat(inspected(named).path("findings").path(0).path("kind").asText())
                .isEqualTo("FILE_NAME");
    }

    @Test
    void whatIsNeitherFileNorFolderIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.tif");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: no mkfifo");

        for (String command : List.of("inspect", "validate")) {
            assertThat(commands.run(command, pipe)).isNotZero();
        }
        assertThat(commands.err()).contains("pipe.tif");
    }

    @Test
    void wrongPlacesAreSaidInWords() throws IOException {
        assertThat(commands.run("convert", "https://example.org/a.zarr", zarr, folder.resolve("b.zarr")))
                .isEqualTo(1);
        assertThat(commands.err()).contains("read alone");
        assertThat(commands.run("convert", zarr, "s3://bucket/b.zarr")).isEqualTo(2);
        assertThat(commands.err()).contains("the folder that is written");
        assertThat(commands.run("inspect", "gs://bucket/b.zarr")).isEqualTo(1);
        assertThat(commands.err()).contains("begins with gs://").contains("s3");
        assertThat(commands.run("inspect", folder.resolve("gone.zarr"))).isEqualTo(1);
        assertThat(commands.err()).contains("gone.zarr").doesNotContain("\tat ");
    }

    @Test
    void aLabelFileThatWouldReplaceOneOfTheInputIsRefused() throws IOException {
        Path again = folder.resolve("again.ome.zarr");

        assertThat(commands.run("convert", zarr, again, "--labels", folder.resolve("cells.png")))
                .isEqualTo(1);

        assertThat(commands.err()).contains("called cells already");
        assertThat(again).doesNotExist();
    }
}
