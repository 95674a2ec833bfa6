package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.dicom.DicomMaker.empty;
import static org.vitrail.pixels.dicom.DicomMaker.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.identity.IdentityFindings;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** What is found in DICOM files, and what copies are left without. */
class IdentityFindingsTest {

    private static final int PATIENT_NAME = 0x00100010;
    private static final int PATIENT_ID = 0x00100020;
    private static final int DERIVATION_IMAGES = 0x00089215;
    private static final int SOURCE_IMAGES = 0x00082112;
    private static final int REFERENCED_INSTANCE = 0x00081155;
    private static final int MANUFACTURER = 0x00080070;

    @TempDir
    private Path folder;

    private static DicomMaker person() {
        return image(1, 2, 8)
                .text(Tags.SERIES_INSTANCE_UID, "UI", "1.2.840.113619.2.1")
                .text(PATIENT_NAME, "PN", "Patient^One")
                .text(PATIENT_ID, "LO", "4711")
                .text(0x00100030, "DA", "19700102")
                .text(0x00081030, "LO", "Follow-up")
                .raw(0x00091001, "LO", "secret".getBytes(StandardCharsets.US_ASCII))
                .raw(0x60003000, "OW", new byte[] {1, 2})
                .raw(0x50003000, "OW", new byte[] {1, 2})
                .sequence(
                        DERIVATION_IMAGES,
                        empty().sequence(
                                        SOURCE_IMAGES,
                                        empty().text(REFERENCED_INSTANCE, "UI", "1.2.840.113619.7")
                                                .text(0x00081070, "PN", "Operator^Two")))
                .pixels(1, 2);
    }

    private List<IdentityFinding> findings(Path file) throws IOException {
        try (Fileset fileset = Reading.open(file)) {
            return fileset.findings();
        }
    }

    private List<String> found(Path file) throws IOException {
        return findings(file).stream()
                .map(finding -> finding.kind() + " " + finding.where())
                .toList();
    }

    @Test
    void everyKindIsFoundAtEveryDepthWithoutItsValue() throws IOException {
        Path file = person().write(folder, "a.dcm");

        assertThat(found(file))
                .contains(
                        "PERSON_NAME (0010,0010) PatientName",
                        "IDENTIFIER (0010,0020) PatientID",
                        "DATE (0010,0030) PatientBirthDate",
                        "FREE_TEXT (0008,1030) StudyDescription",
                        "UID (0020,000E) SeriesInstanceUID",
                        "UID (0008,1155) ReferencedSOPInstanceUID",
                        "PERSON_NAME (0008,1070) OperatorsName",
                        "PRIVATE_TAG (0009,xxxx) private elements",
                        "BURNT_IN (6000,xxxx) overlay",
                        "FREE_TEXT (5000,xxxx) curve");
        assertThat(findings(file).toString())
                .doesNotContain("Patient^", "One", "4711", "1970", "Follow-up", "secret", "Operator^", "113619");
        assertThat(findings(file)).allMatch(finding -> finding.file().equals("a.dcm"));
    }

    @Test
    void emptyValuesAreNoFindings() throws IOException {
        Path file = image(1, 1, 8)
                .text(PATIENT_NAME, "PN", "")
                .text(PATIENT_ID, "LO", "  ")
                .sequence(0x00400275)
                .without(Tags.SERIES_INSTANCE_UID)
                .without(Tags.SOP_INSTANCE_UID)
                .pixels(1)
                .write(folder, "a");

        assertThat(findings(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LO", "OB", "UN"})
    void textsOutsideOfTheProfileAreLookedIntoAndMasked(String representation) throws Exception {
        Path file = image(1, 1, 8)
                .text(MANUFACTURER, representation, "Maker operator@example.org")
                .pixels(1)
                .write(folder, "a");
        Path copy = folder.resolve("copy");

        assertThat(found(file)).contains("EMAIL (0008,0070)");
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
        assertThat(found(copy)).isEmpty();
        assertThat(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1))
                .contains("Maker XXX")
                .doesNotContain("operator@");
    }

    @Test
    void copiesHaveNothingThatWasFoundAndStayTheSameWhenCopiedAgain() throws IOException {
        Path file = person().write(folder, "a");
        Path copy = folder.resolve("copy");
        Path again = folder.resolve("again");

        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
        assertThat(ImageReaders.writeWithoutIdentity(copy, again)).isTrue();

        assertThat(findings(copy)).isEmpty();
        assertThat(Reading.plane(copy)).containsExactly(1, 2);
        assertThat(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1))
                .doesNotContain("Patient^", "4711", "19700102", "Follow-up", "secret", "Operator^", "113619")
                .contains("2.25.");
        assertThat(again).hasSameBinaryContentAs(copy);
    }

    @Test
    void seriesStaySeriesInTheirCopies() throws IOException {
        for (int z = 0; z < 3; z++) {
            Path file = person().text(Tags.SOP_INSTANCE_UID, "UI", "1.2.840.113619.2.1." + z)
                    .text(Tags.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z)
                    .text(Tags.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0")
                    .write(folder, "plane" + z);
            ImageReaders.writeWithoutIdentity(
                    file, Files.createDirectories(folder.resolve("copies")).resolve("c" + z));
        }

        try (Fileset fileset = Reading.open(folder.resolve("copies"))) {
            assertThat(fileset.images()).hasSize(1);
            assertThat(fileset.images().get(0).shape()).hasToString("1x1x3x1x2");
        }
    }

    @Test
    void damagedFilesLeaveNoCopy() throws IOException {
        byte[] whole = person().file(DicomMaker.EXPLICIT);
        Path file = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, whole.length - 1));
        Path copy = folder.resolve("copy");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ImageReaders.writeWithoutIdentity(file, copy))
                .isInstanceOf(org.vitrail.pixels.UnreadableImage.class)
                .hasMessageContaining("cut");
        assertThat(copy).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"YES, CT, true", "NO, US, false", "'', US, true", "'', CT, false", "'', OT, true"})
    void textMayBeDrawnIntoPixels(String said, String modality, boolean suspect) throws IOException {
        Path file = image(1, 1, 8)
                .text(Tags.BURNED_IN_ANNOTATION, "CS", said)
                .text(Tags.MODALITY, "CS", modality)
                .pixels(1)
                .write(folder, "a");

        assertThat(curators(file).contains(Kind.BURNT_IN)).isEqualTo(suspect);
    }

    @ParameterizedTest
    @CsvSource({
        "MR, BRAIN, '', '', true",
        "CT, HEAD, '', '', true",
        "CT, HEAD, '', NO, false",
        "MR, '', t1 mprage sag, '', true",
        "CT, CHEST, thorax, '', false",
        "CT, CHEST, thorax, YES, true",
        "SM, BRAIN, brain section, '', false"
    })
    void facesMayBeRenderedFromHeads(String modality, String part, String series, String features, boolean suspect)
            throws IOException {
        Path file = image(1, 1, 8)
                .text(Tags.MODALITY, "CS", modality)
                .text(Tags.BODY_PART_EXAMINED, "CS", part)
                .text(Tags.SERIES_DESCRIPTION, "LO", series)
                .text(Tags.RECOGNIZABLE_VISUAL_FEATURES, "CS", features)
                .pixels(1)
                .write(folder, "a");

        assertThat(curators(file).contains(Kind.FACE)).isEqualTo(suspect);
    }

    private List<Kind> curators(Path file) throws IOException {
        return findings(file).stream()
                .filter(finding -> finding.treatment() == Treatment.CURATOR)
                .map(IdentityFinding::kind)
                .toList();
    }

    @Test
    void filesThatWereRidOfIdentityKeepTheirIdentifiers() throws IOException {
        Path file = person().text(Tags.PATIENT_IDENTITY_REMOVED, "CS", "YES").write(folder, "a");

        assertThat(findings(file)).noneMatch(finding -> finding.kind() == Kind.UID);
        assertThat(found(file)).contains("PERSON_NAME (0010,0010) PatientName");
    }

    @Test
    void theProfileListsWhatImagesHave() throws IOException {
        try (InputStream table = IdentityFindings.class.getResourceAsStream("identity-profile.tsv")) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines)
                    .hasSizeGreaterThan(500)
                    .isSorted()
                    .allMatch(line -> line.matches("[0-9A-F]{4},[0-9A-F]{4}\t[A-Za-z0-9]+\t[DZXU]\t[A-Z_]+"));
            assertThat(lines).contains("0010,0010\tPatientName\tZ\tPERSON_NAME", "0020,000D\tStudyInstanceUID\tU\tUID");
        }
    }
}
