package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertNotKept;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertTakenOut;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;
import static org.vitrail.pixels.tiff.identity.CopyJudge.holds;
import static org.vitrail.pixels.tiff.identity.Rearranged.contiguous;
import static org.vitrail.pixels.tiff.identity.Rearranged.join;
import static org.vitrail.pixels.tiff.identity.Rearranged.movedBehind;
import static org.vitrail.pixels.tiff.identity.Rearranged.shifted;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.TiffMaker.Blob;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Bytes without a field that a program may need after all stay in copies. */
class KeptBytesTest {

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

    @Test
    void scanImagesTextsBehindTheHeaderAreJudged() throws IOException {
        byte[] settings = "SI.user = 'Patient name: Jane Roe'\nSI.gain = 3\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer header = ByteBuffer.allocate(16 + settings.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(117637889).putInt(3).putInt(settings.length).putInt(0).put(settings);
        TiffMaker maker = compressed();
        maker.big = true;
        Path file = written("a.tif", shifted(maker.bytes(), 16, header.array()));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly("PERSON_NAME text behind the header");
        Path copy = assertTakenOut(file, "Roe");
        assertThat(holds(Files.readAllBytes(copy), "SI.gain = 3".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
    }

    @Test
    void gdalsStructureAndTheLengthsBesideItsBlocksStay() throws IOException {
        byte[] structure = "LAYOUT=IFDS_BEFORE_DATA\nBLOCK_LEADER=SIZE_AS_UINT4\n".getBytes(StandardCharsets.US_ASCII);
        byte[] line = "GDAL_STRUCTURAL_METADATA_SIZE=%06d bytes\n"
                .formatted(structure.length)
                .getBytes(StandardCharsets.US_ASCII);
        TiffMaker maker = compressed();
        maker.blobs.put(315, Blob.text("Jane Roe"));
        maker.blockHeight = 29;
        byte[] leader = {77, 66, 55, 44};
        byte[] header = join(line, structure, leader);
        Path file = written("a.tif", movedStrip(maker.bytes(), header));

        Path copy = assertTakenOut(file, "Roe");
        assertThat(holds(Files.readAllBytes(copy), header)).isTrue();
    }

    /** As {@code shifted}, for the one strip whose offset stands in the directory itself. */
    private static byte[] movedStrip(byte[] sound, byte[] header) {
        byte[] moved = shifted(sound, 8, header);
        ByteBuffer view = ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4);
        for (int entry = directory + 2; entry < directory + 2 + 12 * view.getShort(directory); entry += 12) {
            if (view.getShort(entry) == 273) {
                view.putInt(entry + 8, view.getInt(entry + 8) + header.length);
            }
        }
        return moved;
    }

    @Test
    void stripsThatAreLeftOutHideNothing() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blockHeight = 29;
        maker.replaced.put(273, new long[] {0});
        maker.replaced.put(279, new long[] {0});
        Path file = written("a.tif", maker.bytes(), "Patient name: Jane Roe".getBytes(StandardCharsets.US_ASCII));

        assertThat(findings(file)).extracting(finding -> finding.kind()).contains(Kind.PERSON_NAME);
        assertTakenOut(file, "Roe");
    }
}
