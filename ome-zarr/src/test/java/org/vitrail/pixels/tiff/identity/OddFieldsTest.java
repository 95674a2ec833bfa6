package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertNotKept;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertTakenOut;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.TiffMaker.Blob;

/** Fields that hold a text against their standard are judged by what they hold, and numbers stay numbers. */
class OddFieldsTest {

    private static final String TEXT = "settings of Roe";

    @TempDir
    private Path folder;

    private static TiffMaker with(int tag, Blob blob) {
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        maker.blobs.put(tag, blob);
        return maker;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {10, 20, 254, 263, 265, 285, 290, 301, 320, 333, 337, 338, 342, 347, 529, 1254, 33550, 34735, 50838})
    void textsInFieldsOfOtherThingsAreFound(int tag) throws IOException {
        String text = tag == 285 ? "Patient name: Jane Roe" : TEXT;
        Path file = with(tag, Blob.text(text)).write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).startsWith("tag " + tag + " "));
        assertTakenOut(file, "Roe");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 3, UTF-16LE",
        "10, 4, UTF-32LE",
        "270, 3, UTF-16LE",
        "315, 3, UTF-16LE",
        "315, 4, UTF-32LE",
        "40091, 3, UTF-16LE",
        "40091, 2, US-ASCII",
        "40093, 2, US-ASCII",
        "40093, 1, US-ASCII",
        "45000, 3, UTF-16LE",
        "45000, 4, UTF-32LE",
        "45000, 5, US-ASCII",
        "45000, 7, UTF-16BE"
    })
    void numbersThatSpellATextAreFound(int tag, int type, String coding) throws IOException {
        byte[] text = "Patient name: Jane Roe  ".getBytes(Charset.forName(coding));
        Path file = with(tag, new Blob(type, text)).write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.where()).startsWith("tag " + tag + " "));
        assertTakenOut(file, "Roe");
    }

    @Test
    void lettersInLongsOfABigEndianFileAreFound() throws IOException {
        TiffMaker maker = with(45_000, new Blob(4, TEXT.getBytes(Charset.forName("UTF-32BE"))));
        maker.order = ByteOrder.BIG_ENDIAN;
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).hasSize(1);
        assertTakenOut(file, "Roe");
    }

    @Test
    void aTextWhereDirectoriesShouldBeIsNotKept() throws IOException {
        Path file = with(400, Blob.text(TEXT)).write(folder.resolve("a.tif"));

        assertThat(findings(file)).extracting(finding -> finding.where()).containsExactly("tag 400 GlobalParameters");
        assertNotKept(file);
    }

    @Test
    void directoriesOfFurtherKindsAreLookedInto() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        maker.directories.put(40_965, Map.of(4096, Blob.text("Patient name: Jane Roe")));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).extracting(finding -> finding.where()).containsExactly("tag 4096 unknown field");
        assertTakenOut(file, "Roe");
    }

    @Test
    void numbersInTheirOwnFieldsAreHarmless() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        ByteBuffer colors = ByteBuffer.allocate(2 * 768).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 768; i++) {
            colors.putShort((short) (40 + i % 80));
        }
        maker.blobs.put(320, new Blob(3, colors.array()));
        maker.blobs.put(301, new Blob(3, colors.array()));
        maker.blobs.put(34_675, new Blob(7, "profile of the monitor in room 7".getBytes(StandardCharsets.US_ASCII)));
        maker.blobs.put(282, new Blob(5, new byte[] {72, 0, 0, 0, 1, 0, 0, 0}));

        assertThat(findings(maker.write(folder.resolve("a.tif")))).isEmpty();
    }
}
