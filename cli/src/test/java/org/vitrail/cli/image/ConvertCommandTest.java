package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    @TempDir
    private Path folder;

    private Path picture;
    private Path mask;
    private final Commands commands = new Commands();

    @BeforeEach
    void draw() throws IOException {
        picture = Commands.picture(folder.resolve("stem section.png"));
        mask = Commands.picture(folder.resolve("cells é.png"));
    }

    @Test
    void anImageWithLabelsIsConvertedAndInspected() throws IOException {
        Path zarr = folder.resolve("a.ome.zarr");

        assertThat(commands.run("convert", picture, zarr, "--labels", mask)).isZero();
        String digest = commands.out().replaceAll("(?s).*?digest ([0-9a-f]{64}).*", "$1");
        commands.forget();
        assertThat(commands.run("inspect", zarr, "--digest", "--json")).isZero();

        JsonNode found = commands.json();
        assertThat(found.path("digest").asText()).isEqualTo(digest);
        assertThat(found.path("name").asText()).isEqualTo("stem section");
        assertThat(found.path("shape").asText()).isEqualTo("1x1x1x200x300");
        assertThat(found.path("levels")).hasSize(2);
        assertThat(found.path("labels").path("cells--").path("digest").asText()).isEqualTo(digest);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void inspectingPrintsForPeople() {
        Path zarr = folder.resolve("a.ome.zarr");
        commands.run("convert", picture, zarr, "--name", "stem", "--codec", "ZSTD");

        assertThat(commands.run("inspect", zarr)).isZero();

        assertThat(commands.out())
                .contains("name: stem")
                .contains("dtype: uint8")
                .contains("codecs [bytes, zstd]");
    }

    @Test
    void hashAndQualityAreToldByBoth() throws IOException {
        Path zarr = folder.resolve("a.ome.zarr");
        commands.run("convert", picture, zarr, "--labels", mask);
        String told = commands.out();
        commands.forget();

        assertThat(commands.run("inspect", zarr, "--json")).isZero();

        JsonNode found = commands.json();
        String hash = found.path("perceptualHash").asText();
        assertThat(hash).matches("[0-9a-f]{16}");
        assertThat(told.split("perceptual hash ")).hasSize(2);
        assertThat(told).contains("perceptual hash " + hash).contains("channel 0: saturated 0.0, usedBits 8, noise ");
        assertThat(found.path("quality").path(0).path("usedBits").asInt()).isEqualTo(8);
        assertThat(found.path("labels").path("cells--").has("quality")).isFalse();
        commands.forget();
        commands.run("inspect", zarr);
        assertThat(commands.out()).contains("quality:").contains("  saturated 0.0, usedBits 8");
    }

    @Test
    void whatIsThereIsNotReplaced() throws IOException {
        Path zarr = Files.createDirectory(folder.resolve("a.ome.zarr"));

        assertThat(commands.run("convert", picture, zarr)).isEqualTo(2);

        assertThat(commands.err()).contains("is there already");
    }

    @Test
    void aRefusedFileLeavesNothingAndSaysWhy() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.tif"), "these are my notes");
        Path zarr = folder.resolve("a.ome.zarr");

        assertThat(commands.run("convert", text, zarr)).isEqualTo(1);

        assertThat(commands.err()).contains("notes.tif is no image");
        assertThat(zarr).doesNotExist();
    }

    @Test
    void labelsOfAnotherSizeAreRefusedBeforeAnythingIsWritten() throws IOException {
        Path other = folder.resolve("other.png");
        ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY), "png", other.toFile());

        assertThat(commands.run("convert", picture, folder.resolve("a.ome.zarr"), "--labels", other))
                .isEqualTo(1);

        assertThat(commands.err()).contains("1x1x1x10x10").contains("1x1x1x200x300");
    }

    @Test
    void twoLabelImagesOfOneNameAreRefusedBeforeOneReplacesTheOther() throws IOException {
        Path other =
                Files.copy(mask, Files.createDirectory(folder.resolve("other")).resolve("cells è.png"));

        assertThat(commands.run("convert", picture, folder.resolve("a.zarr"), "--labels", mask, "--labels", other))
                .isEqualTo(2);

        assertThat(commands.err()).contains("cells è.png").contains("another one is called cells--");
        assertThat(folder.resolve("a.zarr")).doesNotExist();
    }

    @Test
    void aLabelImageWithoutANameIsRefusedInWords() throws IOException {
        Path nameless = Files.copy(mask, folder.resolve(".png"));

        assertThat(commands.run("convert", picture, folder.resolve("a.zarr"), "--labels", nameless))
                .isEqualTo(2);

        assertThat(commands.err()).contains("its file name gives no name").doesNotContain("\tat ");
    }

    @Test
    void whatIsNoAddressIsNotInspected() {
        assertThat(commands.run("inspect", "http://bad host/x")).isEqualTo(1);
        assertThat(commands.err()).contains("neither a path nor an address").doesNotContain("\tat ");
    }

    @Test
    void anEmptyFolderIsNoOmeZarr() {
        assertThat(commands.run("inspect", folder)).isEqualTo(1);
        assertThat(commands.err()).contains("no OME-Zarr");
    }

    @Test
    void optionsMayStandAnywhere() {
        Path zarr = folder.resolve("a.ome.zarr");

        assertThat(commands.run("convert", picture, "--labels", mask, zarr, "--name", "stem"))
                .isZero();

        assertThat(zarr.resolve("labels/cells--/zarr.json"))
                .content()
                .contains("\"cells--\"")
                .doesNotContain("stem");
    }

    @Test
    void aLabelImageThatLostItsPixelsDoesNotValidate() throws IOException {
        Path zarr = folder.resolve("a.ome.zarr");
        commands.run("convert", picture, "--labels", mask, zarr);
        assertThat(commands.run("validate", "--chunks", zarr)).isZero();
        assertThat(commands.out()).contains("2 hold, 0 differ");

        Folders.delete(zarr.resolve("labels/cells--/0/c"));

        assertThat(commands.run("validate", "--chunks", zarr)).isEqualTo(1);
        assertThat(commands.out()).contains("labels/cells--").contains("1 hold, 1 differ");
    }

    @Test
    void whatAnotherConversionLeftStaysUntilTheOutputIsThere() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".a.ome.zarr.cafe.partial/0/c"));
        Path broken = Files.write(folder.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

        assertThat(commands.run("convert", broken, folder.resolve("a.ome.zarr")))
                .isEqualTo(1);
        assertThat(left).exists();
        assertThat(commands.run("convert", picture, folder.resolve("a.ome.zarr")))
                .isZero();
        assertThat(folder.resolve(".a.ome.zarr.cafe.partial")).doesNotExist();
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThat(commands.run("convert", picture, folder.resolve("a.ome.zarr"), "--name", " "))
                .isEqualTo(2);
        assertThat(commands.err()).contains("--name").doesNotContain("Usage:");
    }

    @Test
    void aColorPictureIsNoLabelImage() throws IOException {
        Path color = folder.resolve("photo.png");
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", color.toFile());

        assertThat(commands.run("convert", picture, folder.resolve("a.ome.zarr"), "--labels", color))
                .isEqualTo(1);

        assertThat(commands.err()).contains("photo.png is a color picture");
        assertThat(folder.resolve("a.ome.zarr")).doesNotExist();
    }

    @Test
    void aFileNameThatReadsLikeAPersonsBecomesNoName() throws IOException {
        Path named = Files.copy(picture, folder.resolve("Patient Jane Roe 1970-03-12.png"));
        Path zarr = folder.resolve("a.ome.zarr");

        assertThat(commands.run("convert", named, zarr)).isZero();

        assertThat(commands.err()).contains("could reveal a person (file name 1)");
        assertThat(zarr.resolve("zarr.json")).content().doesNotContain("Roe");
        assertThat(zarr.resolve("ro-crate-metadata.json")).content().doesNotContain("Roe");
    }
}
