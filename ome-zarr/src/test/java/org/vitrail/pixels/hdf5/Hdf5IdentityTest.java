package org.vitrail.pixels.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/** What in HDF5 files of h5py reveals; such files are never copied. */
class Hdf5IdentityTest {

    @TempDir
    private static Path written;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException {
        PythonJudge.readings("write_hdf5.py", written);
    }

    private static Fileset open(String name) {
        return ImageReaders.openAll(List.of(written.resolve(name)), null);
    }

    @Test
    void textsOfAttributesAreSearched() throws IOException {
        try (Fileset fileset = open("cells.ims")) {
            assertThat(fileset.findings())
                    .filteredOn(finding -> finding.kind() == Kind.EMAIL)
                    .extracting(IdentityFinding::where)
                    .containsExactly("/DataSetInfo/Image, attribute Description");
            assertThat(fileset.findings().toString()).doesNotContain("Jane", "jane@");
        }
        Path copy = folder.resolve("copy.ims");
        assertThat(ImageReaders.writeWithoutIdentity(written.resolve("cells.ims"), copy))
                .isFalse();
        assertThat(copy).doesNotExist();
    }

    @Test
    void arraysOfTextsAreSearchedOrLeftToACurator() throws IOException {
        try (Fileset fileset = open("notes.h5")) {
            assertThat(fileset.findings())
                    .extracting(finding -> finding.kind() + " " + finding.where() + " " + finding.treatment())
                    .containsExactlyInAnyOrder(
                            "PERSON_NAME /operator REMOVED",
                            "EMAIL /remarks REMOVED",
                            "FREE_TEXT /table CURATOR",
                            "FREE_TEXT /chunked CURATOR");
        }
    }

    @Test
    void textBeforeTheFileProperIsSearched() throws IOException {
        try (Fileset fileset = open("block.h5")) {
            assertThat(fileset.findings())
                    .extracting(finding -> finding.kind() + " " + finding.where())
                    .containsExactly("EMAIL user block (byte 0)");
            assertThat(fileset.images().get(0).shape()).hasToString("1x1x1x4x5");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "composed.h5; PERSON_NAME /, attribute run",
                "composed.h5; PERSON_NAME /, attribute with a revealing name",
                "composed.h5; PERSON_NAME /table, names of members",
                "names.h5; PERSON_NAME name of a group, data set or link",
                "names.h5; FILE_NAME name of a group, data set or link",
                "names.h5; EMAIL link with a revealing target",
                "names.h5; FILE_NAME link with a target whose name reads like a person's or a case's",
                "opaque.h5; PRIVATE_TAG /data, attribute secret",
                "opaque.h5; PERSON_NAME /data, attribute secret",
                "opaque.h5; PRIVATE_TAG /, attribute other",
                "opaque.h5; PERSON_NAME /blob",
                "opaquelatest.h5; PRIVATE_TAG /data, attribute secret",
                "opaquelatest.h5; PRIVATE_TAG /, attribute other",
                "opaquelatest.h5; PERSON_NAME /blob",
                "opaquemany.h5; PRIVATE_TAG /data, attributes",
                "spelled.h5; PERSON_NAME /bytes",
                "spelled.h5; PERSON_NAME /signed",
                "spelled.h5; PERSON_NAME /wide",
                "spelled.h5; PERSON_NAME /, attribute codes",
                "behind.h5; PRIVATE_TAG bytes behind the file's end",
                "behind.h5; PERSON_NAME bytes behind the file's end"
            })
    void hiddenTextIsFoundAndThePixelsAreRead(String name, String wanted) throws IOException {
        try (Fileset fileset = open(name)) {
            assertThat(fileset.findings())
                    .extracting(finding -> finding.kind() + " " + finding.where())
                    .contains(wanted);
            assertThat(fileset.findings().toString()).doesNotContain("Jane", "Roe", "12345");
            byte[] plane = new byte[20];
            fileset.images().get(0).read(0, 0, 0, 0, 0, 4, 5, plane);
            assertThat(plane).startsWith(0, 1, 2, 3, 4, 1).endsWith(7);
        }
    }

    @Test
    void numbersThatSpellNothingAreNoFindings() throws IOException {
        try (Fileset fileset = open("spelled.h5")) {
            assertThat(fileset.findings()).noneMatch(finding -> finding.where().contains("numbers"));
        }
        for (String name : List.of("flat.h5", "gzip.h5", "ring.h5", "points.h5", "latest.h5")) {
            try (Fileset fileset = open(name)) {
                assertThat(fileset.findings()).as(name).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"composed.h5", "opaque.h5", "opaquelatest.h5", "names.h5"})
    void damagedFilesAreReadOrRefused(String name) throws IOException {
        byte[] sound = Files.readAllBytes(written.resolve(name));
        Mutations.check(sound, folder, name, sound.length, 100, file -> {
            try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
                if (fileset.images().get(0).shape().pixels() < 1 << 20) {
                    PixelDigest.of(fileset.images().get(0));
                }
            }
        });
    }
}
