package org.vitrail.pixels.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.identity.IdentityFinding;

/** Texts hidden where NIfTI and gzip have room and no reader looks: each is found, and is not in the copy, whose voxels are the same. */
class NiftiHiddenBytesTest {

    private static final byte[] TEXT = "HIDDEN-4711".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    /** A file, and where its text has to be found. */
    record Case(String name, String where, byte[] file) {

        @Override
        public String toString() {
            return name + " " + where;
        }
    }

    private static NiftiMaker volume() {
        return new NiftiMaker(4, 6, 5, 4);
    }

    static Stream<Case> cases() throws IOException {
        byte[] packed = NiftiMaker.packed(volume().with(240));
        byte[] extra = join(Arrays.copyOf(packed, 10), new byte[] {(byte) TEXT.length, 0}, TEXT, from(packed, 10));
        extra[3] = 4;
        byte[] second = second();
        byte[] changed = second.clone();
        System.arraycopy(TEXT, 0, changed, 8, 4);
        return Stream.of(
                new Case(
                        "a.nii",
                        "extents, session_error, regular (byte 32)",
                        volume().text(32, "HIDDEN").with(240)),
                new Case(
                        "b.nii",
                        "glmax, glmin (byte 140)",
                        volume().text(140, "HIDDEN-4").with(240)),
                new Case(
                        "c.nii",
                        "dim behind its axes (byte 40)",
                        volume().text(48, "HIDDEN").with(240)),
                new Case(
                        "d.nii",
                        "between header and voxels",
                        volume().text(349, "HID").with(240)),
                new Case("e.nii", "magic (byte 4)", changed),
                new Case("f.nii.gz", "extra field of gzip, or bytes behind the packed content", extra),
                new Case("g.nii.gz", "extra field of gzip, or bytes behind the packed content", join(packed, TEXT)),
                new Case("h.nii.gz", "behind the voxels", join(packed, NiftiMaker.packed(TEXT))),
                new Case(
                        "i.nii.gz",
                        "extra field of gzip, or bytes behind the packed content",
                        join(packed, NiftiMaker.packed(new byte[0]))));
    }

    /** NIfTI-2 with 4 × 3 × 2 voxels of 16 bits. */
    private static byte[] second() {
        ByteBuffer head = ByteBuffer.allocate(544 + 48).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(540)
                .put(new byte[] {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'})
                .putShort((short) 4);
        head.putLong(16, 3).putLong(24, 4).putLong(32, 3).putLong(40, 2).putLong(168, 544);
        return head.array();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hiddenTextIsFoundAndTheCopyIsFreeOfIt(Case hidden) throws IOException {
        Path file = Files.write(folder.resolve(hidden.name), hidden.file);
        Path copy = folder.resolve("copy-" + hidden.name);

        assertThat(findings(file)).extracting(IdentityFinding::where).contains(hidden.where);
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

        byte[] all = Files.readAllBytes(copy);
        assertThat(new String(all, StandardCharsets.ISO_8859_1)).doesNotContain("HID", "4711");
        assertThat(new String(unpacked(copy), StandardCharsets.ISO_8859_1)).doesNotContain("HID", "4711");
        assertThat(findings(copy)).isEmpty();
        assertThat(digest(copy)).isEqualTo(digest(file));
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        if (!VoxelFile.isPacked(all)) {
            return all;
        }
        try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            return bytes.readAllBytes();
        }
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

    private static byte[] from(byte[] bytes, int at) {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
