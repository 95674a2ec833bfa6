package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertTakenOut;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;
import static org.vitrail.pixels.tiff.identity.Rearranged.join;
import static org.vitrail.pixels.tiff.identity.Rearranged.shifted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.TiffMaker.Blob;

/** Bytes that no field points to are found when they are a text, and are zeros in every copy. */
class UnreferencedBytesTest {

    private static final String PLACE = "bytes that no field points to";

    @TempDir
    private Path folder;

    private Path written(String name, byte[]... parts) throws IOException {
        return Files.write(folder.resolve(name), join(parts));
    }

    private static TiffMaker compressed() {
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        return maker;
    }

    @ParameterizedTest
    @CsvSource({
        "US-ASCII, settings of Roe and others, PRIVATE_TAG",
        "US-ASCII, Patient name: Jane Roe, PERSON_NAME",
        "UTF-16LE, Patient name: Jane Roe, PERSON_NAME",
        "UTF-16BE, Patient name: Jane Roe, PERSON_NAME",
        "UTF-16LE, settings of Roe and others, PRIVATE_TAG"
    })
    void aTextBehindTheLastStructureIsFoundAndZeroed(String coding, String text, String kind) throws IOException {
        Path file = written("a.tif", compressed().bytes(), text.getBytes(Charset.forName(coding)));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .contains(kind + " " + PLACE);
        assertTakenOut(file, "Roe");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTextInFrontOfTheFirstDirectoryIsFoundAndZeroed(boolean big) throws IOException {
        TiffMaker maker = compressed();
        maker.big = big;
        byte[] sound = maker.bytes();
        int head = big ? 16 : 8;
        byte[] text = "left here by Jane Roe of the institute  ".getBytes(StandardCharsets.US_ASCII);
        Path file = written("a.tif", shifted(sound, head, text));

        assertThat(findings(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(PLACE));
        assertTakenOut(file, "Roe");
    }

    @Test
    void whatAnEditorLeavesBehindIsZeroedInCopiesForOtherReasons() throws IOException {
        TiffMaker maker = compressed();
        maker.blobs.put(315, Blob.text("Jane Roe"));
        Path file = written("a.tif", maker.bytes(), new byte[] {1, 2, 3}, "Roe".getBytes(StandardCharsets.US_ASCII));

        assertThat(findings(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo("tag 315 Artist"));
        Path copy = assertTakenOut(file, "Roe");
        byte[] bytes = Files.readAllBytes(copy);
        assertThat(Arrays.copyOfRange(bytes, bytes.length - 6, bytes.length)).containsOnly(0);
    }

    @Test
    void aSecondFieldOfTheSameNumberIsNoHidingPlace() throws IOException {
        TiffMaker maker = compressed();
        maker.blobs.put(305, Blob.text("Imager 3 of the institute"));
        maker.blobs.put(306, Blob.text("made for Jane Roe, room 4"));
        byte[] bytes = maker.bytes();
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4);
        for (int entry = directory + 2; entry < directory + 2 + 12 * view.getShort(directory); entry += 12) {
            if (view.getShort(entry) == 306) {
                view.putShort(entry, (short) 305);
            }
        }
        Path file = written("a.tif", bytes);

        assertThat(findings(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(PLACE));
        assertTakenOut(file, "Roe");
    }

    @Test
    void numbersThatNothingPointsToAreNoFinding() throws IOException {
        byte[] numbers = new byte[100_000];
        new java.util.Random(5).nextBytes(numbers);

        assertThat(findings(written("a.tif", compressed().bytes(), numbers))).isEmpty();
    }
}
