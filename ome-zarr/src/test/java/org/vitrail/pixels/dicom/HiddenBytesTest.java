package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.dicom.DicomMaker.image;
import static org.vitrail.pixels.dicom.DicomMaker.little;
import static org.vitrail.pixels.dicom.HiddenBytes.MARKER;
import static org.vitrail.pixels.dicom.HiddenBytes.TEXT;
import static org.vitrail.pixels.dicom.HiddenBytes.deflated;
import static org.vitrail.pixels.dicom.HiddenBytes.even;
import static org.vitrail.pixels.dicom.HiddenBytes.insert;
import static org.vitrail.pixels.dicom.HiddenBytes.join;
import static org.vitrail.pixels.dicom.HiddenBytes.jpeg;
import static org.vitrail.pixels.dicom.HiddenBytes.rle;
import static org.vitrail.pixels.dicom.HiddenBytes.segment;
import static org.vitrail.pixels.dicom.HiddenBytes.thumbnail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** Texts that somebody hid where no element and no pixel is: each is found, and is not in the copy, whose pixels are the same. */
class HiddenBytesTest {

    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

    @TempDir
    private Path folder;

    /** A file, and where its text has to be found. */
    record Case(String name, String where, byte[] file) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        return Stream.of(jpegs(), others(), natives(), files()).flatMap(List::stream);
    }

    private static List<Case> jpegs() throws IOException {
        byte[] jpeg = jpeg();
        byte[] tail = join(jpeg, TEXT);
        byte[] restart = insert(jpeg, jpeg.length - 2, join(new byte[] {(byte) 0xff, (byte) 0xd0}, TEXT));
        byte[] fakeEnd = join(jpeg, TEXT, new byte[] {(byte) 0xff, (byte) 0xd9});
        byte[] comment = insert(jpeg, 2, segment(0xfe));
        byte[] beforeEnd = insert(jpeg, jpeg.length - 2, segment(0xfe));
        byte[] thumbnail = insert(jpeg, 2, thumbnail());
        DicomMaker one = image(64, 64, 8);
        DicomMaker three = image(64, 64, 8).text(Tags.NUMBER_OF_FRAMES, "IS", "3");
        int frame = 8 + jpeg.length + jpeg.length % 2;
        byte[] table = little(8).putInt(0).putInt(frame).array();
        byte[] extended = little(16).putLong(0).putLong(frame).array();
        DicomMaker two = image(64, 64, 8).text(Tags.NUMBER_OF_FRAMES, "IS", "2");
        return List.of(
                ofJpeg("comment", "frame 3, JPEG comment", three.fragments(new byte[0], jpeg, jpeg, comment)),
                ofJpeg(
                        "APP5",
                        "frame 1, JPEG segment APP5",
                        one.fragments(new byte[0], insert(jpeg, 2, segment(0xe5)))),
                ofJpeg("thumbnail", "frame 1, JPEG thumbnail", one.fragments(new byte[0], thumbnail)),
                ofJpeg("comment before the end", "frame 1, JPEG comment", one.fragments(new byte[0], beforeEnd)),
                ofJpeg(
                        "behind a restart marker",
                        "frame 1, bytes behind the last block",
                        one.fragments(new byte[0], restart)),
                ofJpeg("behind the end", "frame 1, bytes behind", one.fragments(new byte[0], tail)),
                ofJpeg("behind an end, before another", "frame 1, bytes behind", one.fragments(new byte[0], fakeEnd)),
                ofJpeg("fragment of text", "frame 1, bytes behind", one.fragments(new byte[0], jpeg, TEXT)),
                ofJpeg("fragment of text behind two", "frame 2, bytes behind", two.fragments(table, jpeg, jpeg, TEXT)),
                ofJpeg(
                        "second offset table",
                        "basic offset table",
                        two.raw(Tags.EXTENDED_OFFSET_TABLE, "OV", extended).fragments(even(TEXT), jpeg, jpeg)),
                ofJpeg(
                        "table of lengths",
                        "(7FE0,0002) ExtendedOffsetTableLengths",
                        two.raw(Tags.EXTENDED_OFFSET_TABLE, "OV", extended)
                                .raw(Tags.EXTENDED_OFFSET_TABLE_LENGTHS, "OV", even(TEXT))
                                .fragments(new byte[0], jpeg, jpeg)));
    }

    private static Case ofJpeg(String name, String where, DicomMaker made) {
        return new Case("JPEG: " + name, where, made.file(DicomMaker.JPEG));
    }

    private static List<Case> others() throws IOException {
        byte[] j2k = Jpeg2000Test.codestream();
        byte[] comment = insert(j2k, 45, segment(0x64));
        byte[] reserved = insert(j2k, 45, segment(0x70));
        byte[] rle = rle(64);
        byte[] header = rle.clone();
        System.arraycopy(TEXT, 0, header, 40, TEXT.length);
        byte[] gap = insert(rle(64 + TEXT.length), 64, TEXT);
        DicomMaker wavelets = image(32, 32, 8);
        DicomMaker runs = image(1, 2, 8);
        return List.of(
                new Case(
                        "JPEG 2000: comment",
                        "frame 1, JPEG 2000 comment",
                        wavelets.fragments(new byte[0], comment).file(JPEG_2000)),
                new Case(
                        "JPEG 2000: reserved segment",
                        "frame 1, JPEG 2000 segment FF70",
                        wavelets.fragments(new byte[0], reserved).file(JPEG_2000)),
                new Case(
                        "JPEG 2000: behind the end",
                        "frame 1, bytes behind",
                        wavelets.fragments(new byte[0], join(j2k, TEXT)).file(JPEG_2000)),
                new Case(
                        "RLE: behind the segments",
                        "frame 1, bytes behind",
                        runs.fragments(new byte[0], join(rle, TEXT)).file(DicomMaker.RLE)),
                new Case(
                        "RLE: header",
                        "frame 1, RLE header",
                        runs.fragments(new byte[0], header).file(DicomMaker.RLE)),
                new Case(
                        "RLE: between segments",
                        "frame 1, bytes between RLE segments",
                        runs.fragments(new byte[0], gap).file(DicomMaker.RLE)));
    }

    private static List<Case> natives() {
        DicomMaker odd = image(1, 3, 8).raw(Tags.PIXEL_DATA, "OB", even(join(new byte[] {7, 8, 9}, TEXT)));
        DicomMaker words = image(1, 2, 16).raw(Tags.PIXEL_DATA, "OW", even(join(new byte[] {7, 8, 9, 1}, TEXT)));
        DicomMaker plain = image(1, 2, 8).pixels(1, 2);
        DicomMaker icon = image(1, 2, 8)
                .sequence(0x00081140, DicomMaker.empty().raw(Tags.PIXEL_DATA, "OB", even(TEXT)))
                .pixels(1, 2);
        DicomMaker padded = image(1, 2, 8).pixels(1, 2).raw(0xfffcfffc, "OB", even(TEXT));
        return List.of(
                plain("native: behind three bytes", "bytes behind the last pixel", odd),
                plain("native: behind words", "bytes behind the last pixel", words),
                plain("native: pixels in a sequence", "(7FE0,0010) further pixels", icon),
                plain(
                        "color profile that is none",
                        "(0028,2000) ICCProfile",
                        image(1, 2, 8)
                                .raw(0x00282000, "OB", even(join(new byte[200], TEXT)))
                                .pixels(1, 2)),
                plain("trailing padding", "(FFFC,FFFC) DataSetTrailingPadding", padded),
                plain(
                        "table of offsets without frames",
                        "(7FE0,0001) ExtendedOffsetTable",
                        image(1, 2, 8)
                                .raw(Tags.EXTENDED_OFFSET_TABLE, "OV", even(TEXT))
                                .pixels(1, 2)),
                new Case(
                        "behind the last element",
                        "bytes behind the last element",
                        join(plain.file(DicomMaker.EXPLICIT), new byte[16], TEXT)));
    }

    private static Case plain(String name, String where, DicomMaker made) {
        return new Case(name, where, made.file(DicomMaker.EXPLICIT));
    }

    private static List<Case> files() {
        DicomMaker plain = image(1, 2, 8).pixels(1, 2);
        byte[] preamble = plain.file(DicomMaker.EXPLICIT);
        System.arraycopy(TEXT, 0, preamble, 20, TEXT.length);
        byte[] title = DicomMaker.empty().text(0x00020016, "AE", MARKER).dataset();
        byte[] whole = plain.file(DicomMaker.EXPLICIT);
        int metaEnd = 132 + 12 + 8 + 20;
        return List.of(
                new Case("preamble", "preamble", preamble),
                new Case("title of a device", "(0002,0016) file meta information", insert(whole, metaEnd, title)),
                new Case(
                        "behind the deflated data set",
                        "bytes behind the deflated data set",
                        join(DicomMaker.file(DEFLATED, deflated(plain.dataset())), TEXT)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hiddenTextIsFoundAndTheCopyIsFreeOfIt(Case hidden) throws IOException {
        Path file = Files.write(folder.resolve("hidden.dcm"), hidden.file);
        Path copy = folder.resolve("copy.dcm");

        assertThat(removed(file)).anyMatch(where -> where.contains(hidden.where));
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain(MARKER, "4711");
        assertThat(removed(copy)).isEmpty();
        assertThat(digest(copy)).isEqualTo(digest(file));
    }

    @Test
    void framesThatCannotBeDecodedAreNotCopied() throws IOException {
        Path file = image(64, 64, 8).fragments(new byte[0], jpeg()).write(folder, "ls.dcm", "1.2.840.10008.1.2.4.80");

        assertThat(ImageReaders.writeWithoutIdentity(file, folder.resolve("copy")))
                .isFalse();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void damagedFilesAreCopiedOrRefused() throws IOException {
        byte[] comment = insert(jpeg(), 2, segment(0xfe));
        byte[] sound = image(64, 64, 8).fragments(new byte[0], comment, TEXT).file(DicomMaker.JPEG);

        Mutations.check(sound, folder, "damaged", 700, 200, file -> {
            Path copy = folder.resolve("copy");
            Files.deleteIfExists(copy);
            String before = digest(file);
            if (ImageReaders.writeWithoutIdentity(file, copy)) {
                assertThat(digest(copy)).isEqualTo(before);
            }
        });
    }

    private static List<String> removed(Path file) throws IOException {
        try (Fileset fileset = Reading.open(file)) {
            return fileset.findings().stream()
                    .filter(finding -> finding.treatment() == Treatment.REMOVED)
                    .map(IdentityFinding::where)
                    .toList();
        }
    }

    private static String digest(Path file) throws IOException {
        try (Fileset fileset = Reading.open(file)) {
            return PixelDigest.of(fileset.images().get(0));
        }
    }
}
