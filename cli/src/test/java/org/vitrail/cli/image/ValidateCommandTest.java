package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    private Path folder;

    private Path zarr;
    private final Commands commands = new Commands();

    @BeforeEach
    void convert() throws IOException {
        Path picture = Commands.picture(folder.resolve("a.png"));
        zarr = folder.resolve("a.ome.zarr");
        assertThat(commands.run("convert", picture, zarr)).isZero();
        commands.forget();
    }

    private void damageAChunk() throws IOException {
        Path shard = zarr.resolve("0/c/0/0");
        byte[] bytes = Files.readAllBytes(shard);
        bytes[5] ^= 0x55;
        Files.write(shard, bytes);
    }

    @Test
    void whatIsWrittenIsValid() {
        assertThat(commands.run("validate", zarr, "--chunks")).isZero();

        assertThat(commands.out())
                .startsWith("Valid OME-Zarr 0.5: 0 errors, 0 warnings; 1 images, 2 arrays, 3 chunks of ")
                .contains("pixel digest (of full resolution) holds");
    }

    @Test
    void aDamagedChunkIsFoundOnlyWhenChunksAreRead() throws IOException {
        damageAChunk();

        assertThat(commands.run("validate", zarr)).isZero();
        assertThat(commands.run("validate", zarr, "--chunks")).isEqualTo(1);

        assertThat(commands.out())
                .contains("ERROR 0/c/0/0: chunk 0 at offset 0, ")
                .contains("Not valid OME-Zarr 0.5: 1 errors, 0 warnings");
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        damageAChunk();

        assertThat(commands.run("validate", zarr, "--chunks", "--json")).isEqualTo(1);

        JsonNode told = commands.json();
        assertThat(told.path("version").asText()).isEqualTo("0.5");
        assertThat(told.path("valid").asBoolean(true)).isFalse();
        assertThat(told.path("errors").asInt()).isEqualTo(1);
        assertThat(told.path("looked").path("chunks").asInt()).isEqualTo(2);
        assertThat(told.path("findings")).hasSize(1);
        JsonNode finding = told.path("findings").path(0);
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("rule").asText()).isEqualTo("DAMAGED_CHUNK");
        assertThat(finding.path("path").asText()).isEqualTo("0/c/0/0");
        assertThat(finding.path("section").asText()).isEqualTo("Zarr v3 core, chunk grids");
    }

    @Test
    void whereThereIsNothingTheExitCodeIsTwo() throws IOException {
        assertThat(commands.run("validate", folder.resolve("nothing"))).isEqualTo(2);
        assertThat(commands.err()).contains("is not there");
        assertThat(commands.run("validate", folder.resolve("nothing"), "--json"))
                .isEqualTo(2);
        assertThat(commands.json().path("unread").asText()).contains("is not there");
        assertThat(commands.run("validate", "http://127.0.0.1:1/a.zarr")).isEqualTo(2);
        assertThat(commands.run("validate", "http://[broken")).isEqualTo(2);
    }

    @Test
    void anAddressIsValidatedToo() throws IOException {
        try (FolderServer server = new FolderServer(zarr, "/z/", true)) {
            assertThat(commands.run("validate", server.address(), "--chunks")).isZero();
            assertThat(commands.out()).contains(" 3 chunks of ").contains("belong to no chunk were not looked for");

            damageAChunk();
            assertThat(commands.run("validate", server.address() + "/", "--chunks"))
                    .isEqualTo(1);
        }
    }

    @Test
    void anAddressWithoutRangesIsValidatedToo() throws IOException {
        try (FolderServer server = new FolderServer(zarr, "/z/", false)) {
            assertThat(commands.run("validate", server.address(), "--chunks"))
                    .as(commands.out())
                    .isZero();
        }
        assertThat(commands.out()).contains("Valid OME-Zarr").contains("pixel digest (of full resolution) holds");
    }

    /** As long as a shard may be, and mostly a hole in the file. */
    @Test
    void anObjectTooLongForAServerWithoutRangesHasAnExitCodeOfItsOwn() throws IOException {
        try (RandomAccessFile shard =
                new RandomAccessFile(zarr.resolve("0/c/0/0").toFile(), "rw")) {
            shard.setLength(1L << 30);
        }
        try (FolderServer server = new FolderServer(zarr, "/z/", false)) {
            assertThat(commands.run("validate", server.address(), "--chunks"))
                    .as(commands.out())
                    .isEqualTo(3);
        }
        assertThat(commands.out())
                .contains("WARNING 0/c/0/0: its chunks were not read: the server gives no ranges")
                .contains("Valid OME-Zarr")
                .contains("Not all chunks were read: the server gives no ranges")
                .doesNotContain("pixel digest (of full resolution) holds");
    }

    @Test
    void inABucketObjectsThatBelongToNothingAreNamed() throws IOException {
        Files.writeString(zarr.resolve("0/c/stray"), "x");
        try (FolderServer server = new FolderServer(zarr, "/bucket/data/a.ome.zarr/", true)) {
            assertThat(commands.run(
                            "validate", "s3://bucket/data/a.ome.zarr", "--chunks", "--s3-endpoint", server.root()))
                    .as(commands.err())
                    .isZero();
        }
        assertThat(commands.out()).contains("WARNING 0/c/stray").doesNotContain("not looked for");
    }

    @Test
    void otherPixelsThanTheNotedDigestSaysAreInvalid() throws IOException {
        Path document = zarr.resolve("zarr.json");
        Files.writeString(
                document,
                Files.readString(document)
                        .replaceFirst("\"pixelDigest\" : \"[0-9a-f]{8}", "\"pixelDigest\" : \"00000000"));

        assertThat(commands.run("validate", zarr)).isZero();
        assertThat(commands.run("validate", zarr, "--chunks")).isEqualTo(1);

        assertThat(commands.out())
                .contains("ERROR zarr.json#/attributes/vitrail/pixelDigest")
                .contains("pixel digest (of full resolution) differs");
    }
}
