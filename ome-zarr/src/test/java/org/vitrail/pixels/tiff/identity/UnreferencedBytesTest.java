package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertNotKept;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertTakenOut;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;
import static org.vitrail.pixels.tiff.identity.CopyJudge.holds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.TiffMaker.Blob;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Bytes that no field points to are found when they are a text, and are zeros in every copy; what something needs stays. */
class UnreferencedBytesTest {

    private static final String PLACE = "bytes that no field points to";

    @TempDir
    private Path folder;

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

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

    /** The file with a text behind its header and everything else moved on. */
    private static byte[] shifted(byte[] sound, int head, byte[] text) {
        byte[] moved = join(Arrays.copyOf(sound, head), text, Arrays.copyOfRange(sound, head, sound.length));
        ByteBuffer view = ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN);
        boolean big = head == 16;
        int entryBytes = big ? 20 : 12;
        long directory = (big ? view.getLong(8) : view.getInt(4)) + text.length;
        put(view, big ? 8 : 4, directory, big);
        int count = view.getShort((int) directory);
        for (int i = 0; i < count; i++) {
            int entry = (int) directory + (big ? 8 : 2) + i * entryBytes;
            int value = entry + (big ? 12 : 8);
            int tag = view.getShort(entry);
            long values = big ? view.getLong(entry + 4) : view.getInt(entry + 4);
            if (values > 1) {
                int at = (int) (big ? view.getLong(value) : view.getInt(value)) + text.length;
                put(view, value, at, big);
                for (int v = 0; v < values && tag == 273; v++) {
                    int place = at + v * (big ? 8 : 4);
                    put(view, place, (big ? view.getLong(place) : view.getInt(place)) + text.length, big);
                }
            }
        }
        return moved;
    }

    private static void put(ByteBuffer view, int at, long value, boolean big) {
        if (big) {
            view.putLong(at, value);
        } else {
            view.putInt(at, (int) value);
        }
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

    @Test
    void planesThatOnlyAFirstStripPointsToStay() throws IOException {
        byte[] planes = new byte[2 * 37 * 29 * 2];
        new java.util.Random(7).nextBytes(planes);
        Path file = Files.write(folder.resolve("a.tif"), contiguous(planes, "Jane Roe"));

        try (var fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images().get(0).shape().z()).isEqualTo(3);
        }
        Path copy = assertTakenOut(file, "Roe");
        assertThat(holds(Files.readAllBytes(copy), planes)).isTrue();
    }

    /** Directory and values first, then three planes of 37 × 29 samples of 16 bits, as ImageJ writes large stacks. */
    private static byte[] contiguous(byte[] planes, String artist) {
        byte[] description = "ImageJ=1.54f\nimages=3\nslices=3\n\0".getBytes(StandardCharsets.US_ASCII);
        byte[] person = (artist + "\0").getBytes(StandardCharsets.US_ASCII);
        int[][] fields = {
            {256, 4, 1, 37},
            {257, 4, 1, 29},
            {258, 4, 1, 16},
            {259, 4, 1, 1},
            {262, 4, 1, 1},
            {270, 2, description.length, 200},
            {273, 4, 1, 300},
            {277, 4, 1, 1},
            {278, 4, 1, 29},
            {279, 4, 1, 37 * 29 * 2},
            {315, 2, person.length, 260}
        };
        ByteBuffer out = ByteBuffer.allocate(300 + 37 * 29 * 2 + planes.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            out.putShort((short) field[0])
                    .putShort((short) field[1])
                    .putInt(field[2])
                    .putInt(field[3]);
        }
        out.put(200, description).put(260, person).put(300 + 37 * 29 * 2, planes);
        return out.array();
    }

    @Test
    void furtherPlanesBehindASinglePageStayWithoutADescription() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.type = PixelType.UINT8;
        maker.blobs.put(315, Blob.text("Jane Roe"));
        byte[] sound = maker.bytes();
        int plane = 37 * 29;
        byte[] planes = new byte[4 * plane];
        Arrays.fill(planes, (byte) 'a');
        int first = 8 + plane;
        byte[] moved = join(Arrays.copyOf(sound, first), planes, Arrays.copyOfRange(sound, first, sound.length));
        Path file = written("a.tif", movedBehind(moved, first, planes.length));

        Path copy = assertTakenOut(file, "Roe");
        assertThat(holds(Files.readAllBytes(copy), planes)).isTrue();
    }

    /** Adjusts what points behind a place. */
    private static byte[] movedBehind(byte[] bytes, int place, int by) {
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4) + by;
        view.putInt(4, directory);
        for (int entry = directory + 2; entry < directory + 2 + 12 * view.getShort(directory); entry += 12) {
            boolean far = view.getInt(entry + 4) > 1 && view.getInt(entry + 8) >= place;
            if (far) {
                view.putInt(entry + 8, view.getInt(entry + 8) + by);
            }
        }
        return bytes;
    }

    @Test
    void whatAPrivateNumberMayPointToStaysUnlessItReveals() throws IOException {
        TiffMaker maker = compressed();
        maker.blobs.put(315, Blob.text("Jane Roe"));
        int length = maker.bytes().length;
        maker.replaced.put(45_000, new long[] {length + 12 + 4});
        byte[] block = "\0\0\0\0settings of the machine: gain 3, offset 7".getBytes(StandardCharsets.US_ASCII);
        Path file = written("a.tif", maker.bytes(), block);
        Path other = written(
                "b.tif", maker.bytes(), "\0\0\0\0Patient name: Jane Roe and more".getBytes(StandardCharsets.US_ASCII));

        Path copy = assertTakenOut(file, "Roe");
        assertThat(holds(Files.readAllBytes(copy), block)).isTrue();
        assertNotKept(other);
    }

    @Test
    void stripsWithoutByteCountsStay() throws IOException {
        TiffMaker maker = compressed();
        maker.blobs.put(315, Blob.text("Jane Roe"));
        maker.blockHeight = 29;
        byte[] bytes = maker.bytes();
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4);
        int strip = 0;
        int count = 0;
        for (int entry = directory + 2; entry < directory + 2 + 12 * view.getShort(directory); entry += 12) {
            strip = view.getShort(entry) == 273 ? view.getInt(entry + 8) : strip;
            if (view.getShort(entry) == 279) {
                count = view.getInt(entry + 8);
                view.putInt(entry + 8, 0);
            }
        }
        Path file = written("a.tif", bytes);
        int from = strip;
        int to = strip + count;

        try (OpenFiles open = new OpenFiles()) {
            ReferencedBytes.of(new TiffFile(file, open))
                    .gaps((start, end, use) -> assertThat(use != ReferencedBytes.Use.NONE || end <= from || start >= to)
                            .isTrue());
        }
    }

    @Test
    void microManagersIndexStaysAndItsTextsAreJudged() throws IOException {
        byte[] summary = "{\"UserName\":\"Rita Roe\",\"Prefix\":\"cells\"}".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = ByteBuffer.allocate(32 + summary.length).order(ByteOrder.LITTLE_ENDIAN);
        byte[] sound = compressed().bytes();
        int index = sound.length + header.capacity();
        header.putInt(54773648)
                .putInt(index)
                .putInt(483765892)
                .putInt(0)
                .putInt(99384722)
                .putInt(0);
        header.putInt(2355492).putInt(summary.length).put(summary);
        ByteBuffer map = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
        map.putInt(3453623).putInt(1).putInt(0).putInt(0).putInt(0).putInt(0).putInt(4711);
        Path file = written("a.tif", shifted(sound, 8, header.array()), map.array());

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly("PERSON_NAME text behind the header");
        Path copy = assertTakenOut(file, "Roe");
        assertThat(holds(Files.readAllBytes(copy), map.array())).isTrue();
        assertThat(holds(Files.readAllBytes(copy), "\"Prefix\":\"cells\"".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
    }
}
