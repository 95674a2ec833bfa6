package org.vitrail.pixels.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Samples;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

class NiftiIdentityTest {

    @TempDir
    private Path folder;

    private List<IdentityFinding> findings(Path... files) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(files), null)) {
            return fileset.findings();
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static NiftiMaker revealing() throws IOException {
        return new NiftiMaker(4, 6, 5, 4)
                .text(14, "MRN0012345")
                .text(148, "patient: Jane Example")
                .text(228, "jane@example.org")
                .extension(2, "DICOM bytes with a name")
                .extension(6, "a comment")
                .extension(6, "another")
                .trailer("scanned on a Sunday");
    }

    @Test
    void textsExtensionsAndLooseBytesAreFound() throws IOException {
        List<IdentityFinding> found = findings(file("v.nii", revealing().with(240)));

        assertThat(found)
                .extracting(IdentityFinding::where)
                .contains(
                        "db_name (byte 14)",
                        "descrip (byte 148)",
                        "aux_file (byte 228)",
                        "extension of code 2",
                        "extension of code 6, 2 of them",
                        "behind the voxels");
        assertThat(found)
                .extracting(IdentityFinding::kind)
                .contains(Kind.IDENTIFIER, Kind.PERSON_NAME, Kind.EMAIL, Kind.FREE_TEXT, Kind.PRIVATE_TAG);
        assertThat(found).allMatch(finding -> finding.treatment() == Treatment.REMOVED);
        assertThat(found.toString()).doesNotContain("Jane", "0012345", "jane@");
    }

    @Test
    void namesOfProgramsAreHarmless() throws IOException {
        assertThat(findings(file(
                        "v.nii", new NiftiMaker(4, 6, 5, 4).text(148, "FSL5.0").with(240))))
                .isEmpty();
    }

    @Test
    void textBehindTheTerminatingZeroIsFound() throws IOException {
        byte[] hidden =
                new NiftiMaker(4, 6, 5, 4).text(148, "ok\0 jane@example.org").with(240);

        assertThat(findings(file("v.nii", hidden)))
                .extracting(IdentityFinding::kind)
                .containsExactly(Kind.EMAIL);
    }

    @Test
    void bytesOfNoExtensionAreFound() throws IOException {
        NiftiMaker maker =
                new NiftiMaker(4, 6, 5, 4).extension(6, "Jane Example").text(348, "\0");

        assertThat(findings(file("v.nii", maker.with(240))))
                .extracting(IdentityFinding::where)
                .containsExactly("between header and voxels");
    }

    @Test
    void copyWithoutIdentityHoldsTheSameVoxelsAtTheSamePlace() throws IOException {
        byte[] bytes = revealing().with(240);
        for (Path file : List.of(file("v.nii", bytes), file("v.nii.gz", NiftiMaker.packed(bytes)))) {
            Path copy = folder.resolve("copy-" + file.getFileName());

            assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

            assertThat(findings(copy)).isEmpty();
            assertThat(digest(copy)).isEqualTo(digest(file));
        }
        byte[] copied = Files.readAllBytes(folder.resolve("copy-v.nii"));
        assertThat(new String(copied, StandardCharsets.ISO_8859_1))
                .doesNotContain("Jane", "MRN", "comment", "Sunday", "jane@");
        assertThat(copied).hasSize(bytes.length - "scanned on a Sunday".length());
        assertThat(java.util.Arrays.mismatch(copied, 108, 112, bytes, 108, 112)).isNegative();
    }

    @Test
    void headerOfAPairIsCopiedWithoutItsTexts() throws IOException {
        NiftiMaker maker = new NiftiMaker(4, 6, 5, 4)
                .text(148, "operator: Jane Example")
                .extension(4, "history")
                .floatAt(108, 0)
                .text(344, "ni1");
        Path header = file("p.hdr", maker.with(0));
        Path voxels = file("p.img", new byte[240]);
        assertThat(findings(header, voxels)).isNotEmpty();

        Files.createDirectory(folder.resolve("kept"));
        Path copy = folder.resolve("kept/p.hdr");
        assertThat(ImageReaders.writeWithoutIdentity(header, copy)).isTrue();

        assertThat(findings(copy, voxels)).isEmpty();
        assertThat(Files.size(copy)).isEqualTo(352);
    }

    @Test
    void cutVolumeLeavesNoCopy() throws IOException {
        Path cut = file("v.nii", java.util.Arrays.copyOf(revealing().with(240), 500));
        Path copy = folder.resolve("copy.nii");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ImageReaders.writeWithoutIdentity(cut, copy)))
                .isInstanceOf(org.vitrail.pixels.UnreadableImage.class)
                .hasMessageContaining("v.nii");
        assertThat(copy).doesNotExist();
    }

    @Test
    void volumesOfTheSizeOfAHeadAskForACurator() throws IOException {
        assertThat(kinds(new NiftiMaker(2, 128, 128, 64).spacing(2, 2, 2, 3).with(1 << 20)))
                .containsExactly(Kind.FACE);
        assertThat(kinds(new NiftiMaker(2, 128, 128, 64).spacing(0, 2, 2, 3).with(1 << 20)))
                .as("unit not said")
                .containsExactly(Kind.FACE);
        assertThat(kinds(new NiftiMaker(2, 128, 128, 64).spacing(3, 2, 2, 3).with(1 << 20)))
                .as("micrometer")
                .isEmpty();
        assertThat(kinds(new NiftiMaker(2, 128, 128).spacing(2, 2, 2, 2).with(1 << 14)))
                .as("one section")
                .isEmpty();
        assertThat(kinds(new NiftiMaker(2, 128, 128, 64)
                        .spacing(2, 0.1, 0.1, 0.2)
                        .with(1 << 20)))
                .as("mouse brain")
                .isEmpty();
    }

    private List<Kind> kinds(byte[] volume) throws IOException {
        return findings(file("v.nii", volume)).stream()
                .map(IdentityFinding::kind)
                .toList();
    }

    @Test
    void nameThatGzipKeepsIsFoundAndLeftOut() throws IOException {
        byte[] packed = NiftiMaker.packed(new NiftiMaker(2, 4, 3).with(12));
        byte[] name = "jane_example.nii\0".getBytes(StandardCharsets.US_ASCII);
        byte[] named = new byte[packed.length + name.length];
        System.arraycopy(packed, 0, named, 0, 10);
        named[3] |= 8;
        System.arraycopy(name, 0, named, 10, name.length);
        System.arraycopy(packed, 10, named, 10 + name.length, packed.length - 10);
        Path file = file("sub-01.nii.gz", named);
        assertThat(findings(file)).extracting(IdentityFinding::kind).containsExactly(Kind.FILE_NAME);

        Path copy = folder.resolve("copy.nii.gz");
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
        assertThat(findings(copy)).isEmpty();
    }

    @Test
    void commentsOfTheRealSampleAreFound() throws IOException {
        Path sample = Samples.sample("nibabel_example4d.nii.gz");
        assertThat(findings(sample)).extracting(IdentityFinding::where).contains("extension of code 6, 2 of them");

        Path copy = folder.resolve("copy.nii.gz");
        assertThat(ImageReaders.writeWithoutIdentity(sample, copy)).isTrue();
        assertThat(findings(copy)).isEmpty();
        assertThat(digest(copy)).isEqualTo(digest(sample));
    }

    private static String digest(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            return PixelDigest.of(fileset.images().get(0));
        }
    }
}
