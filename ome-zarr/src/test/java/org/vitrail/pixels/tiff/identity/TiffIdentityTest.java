package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;
import static org.vitrail.pixels.tiff.identity.CopyJudge.holds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.TiffMaker.Blob;

class TiffIdentityTest {

    @TempDir
    private Path folder;

    private void assertTakenOut(Path file) throws IOException {
        CopyJudge.assertTakenOut(file, "Roe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "315 | Jane Roe | PERSON_NAME | Artist",
                "316 | PC-OF-Roe | IDENTIFIER | HostComputer",
                "305 | Imager 3, user: Jane Roe | PERSON_NAME | Software",
                "33432 | Copyright by Jane Roe | PERSON_NAME | Copyright",
                "270 | Patient name: Jane Roe | PERSON_NAME | ImageDescription",
                "269 | mail jane.Roe@hospital.example | EMAIL | DocumentName",
                "700 | <x:xmpmeta><dc:creator>Roe</dc:creator></x:xmpmeta> | FREE_TEXT | XMP",
                "33723 | Roe and more | FREE_TEXT | IPTC",
                "34377 | 8BIM Roe | FREE_TEXT | Photoshop",
                "51123 | {\"UserName\": \"Roe\", \"Width\": 37} | PERSON_NAME | MicroManager",
                "34682 | [User] User=Roe; HV=5000 | PERSON_NAME | FEI_HELIOS",
                "45000 | anything at all, Roe | PRIVATE_TAG | private field"
            })
    void revealingFieldsAreNamedAndTakenOut(int tag, String text, Kind kind, String name) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blobs.put(tag, Blob.text(text));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.file()).isEqualTo("a.tif");
            assertThat(finding.where())
                    .isEqualTo("tag " + tag + " " + finding.where().split(" ", 3)[2])
                    .contains(name);
            assertThat(finding.treatment()).isEqualTo(Treatment.REMOVED);
            assertThat(finding.toString()).doesNotContain("Roe");
        });
        assertTakenOut(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "305 | tifffile.py",
                "270 | ImageJ=1.54f",
                "271 | Olympus",
                "315 | XXXX XXX",
                "306 | '    :  :     :  :  '",
                "306 | 2019:04:02 10:11:12",
                "45000 | 12"
            })
    void harmlessFieldsAreNotNamed(int tag, String text) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blobs.put(tag, Blob.text(text));

        assertThat(findings(maker.write(folder.resolve("a.tif")))).isEmpty();
    }

    @Test
    void aDateIsNamedAndTakenOutBesideWhatRevealsAPerson() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blobs.put(315, Blob.text("Jane Roe"));
        maker.blobs.put(306, Blob.text("2019:04:02 10:11:12"));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).extracting(IdentityFinding::kind).containsExactly(Kind.DATE, Kind.PERSON_NAME);
        assertTakenOut(file);
    }

    @Test
    void numbersInPrivateFieldsAreNoTexts() throws IOException {
        byte[] numbers = new byte[4096];
        new java.util.Random(3).nextBytes(numbers);
        TiffMaker maker = new TiffMaker();
        maker.blobs.put(45_000, new Blob(7, numbers));

        assertThat(findings(maker.write(folder.resolve("a.tif")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void exifAndGpsBelowAPageAreTakenOut(boolean big) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.big = big;
        Map<Integer, Blob> exif = new TreeMap<>();
        exif.put(36_867, Blob.text("2019:04:02 10:11:12"));
        exif.put(42_032, Blob.text("Jane Roe"));
        exif.put(37_500, new Blob(7, "Maker's own Roe".getBytes(StandardCharsets.US_ASCII)));
        exif.put(37_510, new Blob(7, "ASCII\0\0\0Operator: Jane Roe".getBytes(StandardCharsets.US_ASCII)));
        maker.directories.put(34_665, exif);
        ByteBuffer latitude = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        latitude.putInt(47).putInt(1).putInt(13).putInt(1).putInt(6).putInt(1);
        maker.directories.put(34_853, Map.of(2, new Blob(5, latitude.array())));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactlyInAnyOrder(
                        "DATE tag 36867 DateTimeOriginal",
                        "PERSON_NAME tag 42032 CameraOwnerName",
                        "PRIVATE_TAG tag 37500 MakerNote",
                        "PERSON_NAME tag 37510 UserComment",
                        "LOCATION tag 34853 GPS");
        assertTakenOut(file);
    }

    @Test
    void windowsTextsAreReadInTheirTwoByteLetters() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blobs.put(40_093, new Blob(1, "Jane Roé Roe\0".getBytes(StandardCharsets.UTF_16LE)));
        maker.blobs.put(40_092, new Blob(1, "Patient name: Jane Roé\0".getBytes(StandardCharsets.UTF_16LE)));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .extracting(IdentityFinding::where)
                .containsExactly("tag 40092 XPComment", "tag 40093 XPAuthor");
        assertTakenOut(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void textsOfEitherCodingKeepTheirLength(String charset) throws IOException {
        TiffMaker maker = new TiffMaker();
        byte[] text = "Größe 3 µm, Patient: Jürgen Roe\0".getBytes(Charset.forName(charset));
        maker.blobs.put(270, new Blob(2, text));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).extracting(IdentityFinding::kind).contains(Kind.PERSON_NAME);
        assertTakenOut(file);
        assertThat(holds(
                        Files.readAllBytes(folder.resolve("copy-a.tif")),
                        "Größe 3 µm".getBytes(Charset.forName(charset))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void imageJsInfoIsFoundAmongItsOtherTexts(boolean bigEndian) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Charset wide = bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        byte[] info = "Patient name: Jane Roe\nWidth: 37\n".getBytes(wide);
        byte[] label = "slice 1".getBytes(wide);
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(20).order(maker.order);
        header.putInt(0x494a494a)
                .putInt(0x696e666f)
                .putInt(1)
                .putInt(0x6c61626c)
                .putInt(1);
        value.writeBytes(header.array());
        value.writeBytes(info);
        value.writeBytes(label);
        maker.replaced.put(50_838, new long[] {20, info.length, label.length});
        maker.blobs.put(50_839, new Blob(1, value.toByteArray()));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).extracting(IdentityFinding::where).containsExactly("tag 50839 IJMetadata");
        assertTakenOut(file);
        byte[] copy = Files.readAllBytes(folder.resolve("copy-a.tif"));
        assertThat(holds(copy, "Roe".getBytes(wide))).isFalse();
        assertThat(holds(copy, "Width: 37".getBytes(wide))).isTrue();
    }

    @Test
    void whatEveryPageRepeatsIsNamedOnceAndTakenOutEverywhere() throws IOException {
        Path file = folder.resolve("a.tif");
        TiffMaker first = new TiffMaker();
        first.blobs.put(315, Blob.text("Jane Roe"));
        byte[] one = first.bytes();
        // the second page is the first again, one byte longer away from the start
        ByteBuffer two = ByteBuffer.allocate(one.length + first.bytes().length).order(ByteOrder.LITTLE_ENDIAN);
        two.put(one).put(one);
        int directory = two.getInt(4);
        int count = two.getShort(directory);
        two.putInt(directory + 2 + 12 * count, one.length + directory);
        for (int i = 0; i < count; i++) {
            int entry = one.length + directory + 2 + 12 * i;
            int tag = two.getShort(entry);
            if (tag == 315) {
                two.putInt(entry + 8, two.getInt(entry + 8) + one.length);
            }
        }
        Files.write(file, two.array());

        assertThat(findings(file)).extracting(IdentityFinding::where).containsOnlyOnce("tag 315 Artist");
        assertTakenOut(file);
    }

    @ParameterizedTest
    @CsvSource({"34853, GPS", "34665, Exif", "330, SubIFDs"})
    void aBrokenDirectoryBelowAPageHidesNothingAndHindersNoPixel(int tag, String name) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.replaced.put(tag, new long[] {9});
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly("PRIVATE_TAG tag " + tag + " " + name);
        assertThat(ImageReaders.writeWithoutIdentity(file, folder.resolve("copy.tif")))
                .isFalse();
    }

    @Test
    void aTextThatPointsIntoThePixelsCannotBeTakenOut() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blobs.put(315, Blob.text("Jane Roe of somewhere"));
        byte[] bytes = maker.bytes();
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4);
        for (int i = 0; i < view.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (view.getShort(entry) == 315) {
                view.putInt(entry + 8, 200);
            }
        }
        System.arraycopy("somebody at home".getBytes(StandardCharsets.US_ASCII), 0, bytes, 200, 16);
        Path file = Files.write(folder.resolve("a.tif"), bytes);
        Path copy = folder.resolve("copy.tif");

        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isFalse();
        assertThat(copy).doesNotExist();
    }
}
