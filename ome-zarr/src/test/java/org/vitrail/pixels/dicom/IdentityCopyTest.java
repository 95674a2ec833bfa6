package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.Samples;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** Copies without identity, judged by our own findings and by pydicom. */
class IdentityCopyTest {

    @TempDir
    private Path folder;

    @Test
    void copiesOfSamplesRevealNothingAndHaveTheSamePixels() throws Exception {
        judge(List.of(
                Samples.sample("highdicom_ct_image.dcm"),
                Samples.sample("highdicom_sm_image.dcm"),
                Samples.sample("pydicom_CT_small.dcm"),
                Samples.sample("pydicom_JPEG2000.dcm")));
    }

    @Test
    void copiesOfFilesThatPydicomBringsRevealNothing() throws Exception {
        List<Path> files = OtherProgram.code("""
                import glob, os, pydicom
                for path in sorted(glob.glob(os.path.join(os.path.dirname(pydicom.__file__), 'data', 'test_files', '*.dcm'))):
                    print(path)
                """).stream()
                .map(Path::of)
                .filter(IdentityCopyTest::isReadable)
                .toList();

        assertThat(files).hasSizeGreaterThan(30);
        judge(files);
    }

    @Test
    void framesThatTheFileDoesNotCountAreNotCutOff() throws Exception {
        Path file = folder.resolve("uncounted.dcm");
        OtherProgram.code("""
                import pydicom
                from pydicom.data import get_testdata_file
                data = pydicom.dcmread(get_testdata_file('CT_small.dcm'))
                data.PixelData = data.PixelData * 3
                data.save_as(%s)
                """.formatted("'" + file + "'"));

        assertThat(ImageReaders.writeWithoutIdentity(file, folder.resolve("copy.dcm")))
                .isFalse();
        assertThat(folder.resolve("copy.dcm")).doesNotExist();
    }

    private static boolean isReadable(Path file) {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            PixelDigest.of(fileset.images().get(0));
            return true;
        } catch (PixelsException | IOException refused) {
            return false;
        }
    }

    private void judge(List<Path> originals) throws Exception {
        List<String> pairs = new ArrayList<>();
        for (Path original : originals) {
            Path copy = folder.resolve("copy-" + original.getFileName());
            if (!ImageReaders.writeWithoutIdentity(original, copy)) {
                assertThat(original.getFileName().toString()).isIn("SC_rgb_jpeg.dcm", "badVR.dcm");
                assertThat(copy).doesNotExist();
                continue;
            }
            assertThat(removed(copy)).as(original.toString()).isEmpty();
            assertThat(digest(copy)).as(original.toString()).isEqualTo(digest(original));
            pairs.add(original + "\t" + copy);
        }
        Path list = Files.write(folder.resolve("pairs.tsv"), pairs);
        assertThat(OtherProgram.script("judge_copies.py", list)).isEmpty();
    }

    private static List<IdentityFinding> removed(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            return fileset.findings().stream()
                    .filter(finding -> finding.treatment() == Treatment.REMOVED)
                    .toList();
        }
    }

    private static String digest(Path file) throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            return PixelDigest.of(image);
        }
    }
}
