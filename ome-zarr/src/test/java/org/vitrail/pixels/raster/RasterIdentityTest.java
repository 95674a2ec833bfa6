package org.vitrail.pixels.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.identity.IdentityFinding;

/** What programs write into PNG and JPEG besides pixels: it is found, and copies are without it. */
class RasterIdentityTest {

    @TempDir
    private static Path written;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException {
        PythonJudge.readings("write_pictures.py", written);
    }

    private static List<IdentityFinding> findings(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            return fileset.findings();
        }
    }

    private static String digest(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            return PixelDigest.of(fileset.images().get(0));
        }
    }

    @Test
    void whatCamerasWriteIsFound() throws IOException {
        List<IdentityFinding> found = findings(written.resolve("camera.jpg"));

        assertThat(found)
                .extracting(finding -> finding.kind() + " " + finding.where())
                .contains(
                        "PERSON_NAME EXIF, tag 013B",
                        "PERSON_NAME EXIF, tag 010E",
                        "DATE EXIF, tag 0132",
                        "LOCATION EXIF GPS",
                        "PERSON_NAME EXIF, tag A430",
                        "IDENTIFIER EXIF, tag A431",
                        "FREE_TEXT comment (COM)");
        assertThat(found.toString()).doesNotContain("Jane", "SN12345");
    }

    @Test
    void textsOfPngAreFoundPackedOrNot() throws IOException {
        List<IdentityFinding> found = findings(written.resolve("texts.png"));

        assertThat(found)
                .extracting(finding -> finding.kind() + " " + finding.where())
                .contains(
                        "PERSON_NAME chunk tEXt, Author",
                        "FREE_TEXT chunk zTXt, Comment",
                        "EMAIL chunk iTXt, Description",
                        "PERSON_NAME EXIF, tag 013B");
        assertThat(found).noneMatch(finding -> finding.where().contains("Software"));
        assertThat(found.toString()).doesNotContain("Jane");
    }

    @Test
    void bytesBehindThePictureAreFoundAndLeftOut() throws IOException {
        for (String name : List.of("gray.jpg", "gray.png")) {
            byte[] sound = Files.readAllBytes(written.resolve(name));
            byte[] longer = java.util.Arrays.copyOf(sound, sound.length + 99);
            Path file = Files.write(folder.resolve(name), longer);
            Path copy = folder.resolve("copy-" + name);

            assertThat(findings(file)).extracting(IdentityFinding::where).containsExactly("behind the picture");
            assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
            assertThat(findings(copy)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera.jpg", "texts.png", "progressive.jpg", "palette.png", "deep.png"})
    void copyWithoutIdentityHasTheSamePixelsAndNothingElse(String name) throws IOException {
        Path file = written.resolve(name);
        Path copy = folder.resolve(name);

        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

        assertThat(digest(copy)).isEqualTo(digest(file));
        assertThat(findings(copy)).isEmpty();
        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Jane", "Pillow", "SN12345");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xf0, 0xf7, 0xfd, 0x02, 0xbf, 0xde})
    void segmentsThatNoDecoderNeedsAreFoundAndLeftOut(int marker) throws IOException {
        byte[] picture = Files.readAllBytes(written.resolve("progressive.jpg"));
        byte[] hidden = "Jane Roe".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        bytes.write(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (hidden.length + 2)});
        bytes.write(hidden);
        bytes.write(picture, 2, picture.length - 2);
        Path file = Files.write(folder.resolve("hidden.jpg"), bytes.toByteArray());
        Path copy = folder.resolve("copy.jpg");

        assertThat(findings(file)).extracting(IdentityFinding::where).contains("segment FF%02X".formatted(marker));
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Jane");
        assertThat(digest(copy)).isEqualTo(digest(file));
    }

    @ParameterizedTest
    @CsvSource({"camera.jpg, ICC_PROFILE", "camera.jpg, JFIF", "texts.png, pHYs"})
    void copyKeepsColorsAndSpacing(String name, String part) throws IOException {
        Path copy = folder.resolve(name);
        ImageReaders.writeWithoutIdentity(written.resolve(name), copy);

        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).contains(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera.jpg", "texts.png"})
    void copyKeepsTheOrientation(String name) throws IOException {
        Path copy = folder.resolve(name);
        ImageReaders.writeWithoutIdentity(written.resolve(name), copy);
        PictureIdentity identity = name.endsWith("png")
                ? PngIdentity.of(copy).identity()
                : JpegIdentity.of(copy).identity();

        assertThat(identity.orientation()).isEqualTo(6);
    }
}
