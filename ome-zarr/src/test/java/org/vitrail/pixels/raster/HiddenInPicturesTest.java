package org.vitrail.pixels.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.raster.HiddenText.NAME;
import static org.vitrail.pixels.raster.HiddenText.TEXT;
import static org.vitrail.pixels.raster.HiddenText.at;
import static org.vitrail.pixels.raster.HiddenText.chunk;
import static org.vitrail.pixels.raster.HiddenText.insert;
import static org.vitrail.pixels.raster.HiddenText.join;
import static org.vitrail.pixels.raster.HiddenText.jpeg;
import static org.vitrail.pixels.raster.HiddenText.png;
import static org.vitrail.pixels.raster.HiddenText.profile;
import static org.vitrail.pixels.raster.HiddenText.profileWithTail;
import static org.vitrail.pixels.raster.HiddenText.segment;
import static org.vitrail.pixels.raster.HiddenText.withChunk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;

/** Texts that somebody hid in PNG and JPEG: each is found, and is not in the copy, whose pixels are the same, also for Pillow. */
class HiddenInPicturesTest {

    private static final byte[] ICC = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 1};
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

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
        return Stream.of(jpegs(), pngs(), packed()).flatMap(List::stream);
    }

    private static List<Case> jpegs() throws IOException {
        byte[] plain = jpeg(false);
        byte[] progressive = jpeg(true);
        byte[] withoutJfif = join(Arrays.copyOf(plain, 2), Arrays.copyOfRange(plain, 20, plain.length));
        byte[] restart = join(new byte[] {(byte) 0xff, (byte) 0xd3}, TEXT);
        return List.of(
                new Case("fake.jpg", "segment APP2, color profile", insert(plain, 20, segment(0xe2, ICC, TEXT))),
                new Case(
                        "named.jpg",
                        "segment APP2, color profile",
                        insert(plain, 20, segment(0xe2, ICC, profile(NAME)))),
                new Case(
                        "tail.jpg",
                        "segment APP2, color profile",
                        insert(plain, 20, segment(0xe2, ICC, profileWithTail()))),
                new Case(
                        "adobe.jpg", "segment APP14, behind its values", insert(plain, 20, segment(0xee, ADOBE, TEXT))),
                new Case("jfif.jpg", "segment APP0", insert(withoutJfif, 2, segment(0xe0, JFIF, TEXT))),
                new Case(
                        "filled.jpg",
                        "comment (COM)",
                        insert(plain, 20, join(new byte[] {-1, -1, -1}, segment(0xfe, TEXT)))),
                new Case("end.jpg", "behind the coded data", insert(plain, plain.length - 2, TEXT)),
                new Case("restart.jpg", "behind the coded data", insert(plain, plain.length - 2, restart)),
                new Case("both.jpg", "behind the coded data", insert(plain, plain.length - 2, join(TEXT, restart))),
                new Case(
                        "progressive.jpg", "behind the coded data", insert(progressive, progressive.length - 2, TEXT)));
    }

    private static List<Case> pngs() throws IOException {
        byte[] rgb = png(BufferedImage.TYPE_INT_RGB);
        byte[] palette = png(BufferedImage.TYPE_BYTE_INDEXED);
        Stream<Case> lengths = Stream.of(
                        "sBIT", "bKGD", "gAMA", "tRNS", "cHRM", "pHYs", "sRGB", "acTL", "fcTL", "tIME", "cICP")
                .map(type -> new Case(type + ".png", "chunk " + type, withChunk(rgb, chunk(type, TEXT))));
        Stream<Case> others = Stream.of(
                new Case("hIST.png", "chunk hIST", withChunk(palette, chunk("hIST", TEXT, TEXT))),
                new Case("transparent.png", "chunk tRNS", withChunk(palette, chunk("tRNS", new byte[250], TEXT))),
                new Case("sPLT.png", "chunk sPLT", withChunk(rgb, chunk("sPLT", TEXT, new byte[] {0, 8}))),
                new Case("second.png", "chunk gAMA", withChunk(withChunk(rgb, gamma("4711")), gamma("4711"))),
                new Case("end.png", "chunk IEND", join(Arrays.copyOf(rgb, rgb.length - 12), chunk("IEND", TEXT))),
                new Case("behind.png", "behind the picture", join(rgb, TEXT)));
        return Stream.concat(lengths, others).toList();
    }

    private static byte[] gamma(String text) {
        return chunk("gAMA", text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<Case> packed() throws IOException {
        byte[] rgb = png(BufferedImage.TYPE_INT_RGB);
        int pixels = at(rgb, "IDAT");
        int end = at(rgb, "IEND");
        byte[] data = Arrays.copyOfRange(rgb, pixels + 8, end - 4);
        byte[] head = Arrays.copyOf(rgb, pixels);
        byte[] tail = Arrays.copyOfRange(rgb, end, rgb.length);
        byte[] name = "a\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] jane = "Jane Roe HIDDEN-4711\0\0".getBytes(StandardCharsets.US_ASCII);
        String place = "chunk iCCP, color profile";
        return List.of(
                new Case("data.png", "chunk IDAT", join(head, chunk("IDAT", data, TEXT), tail)),
                new Case("more.png", "chunk IDAT", join(head, chunk("IDAT", data), chunk("IDAT", TEXT), tail)),
                new Case("profile.png", place, withChunk(rgb, chunk("iCCP", name, pack(TEXT)))),
                new Case("person.png", place, withChunk(rgb, chunk("iCCP", name, pack(profile(NAME))))),
                new Case("unpacked.png", place, withChunk(rgb, chunk("iCCP", name, pack(profile(new byte[0])), TEXT))),
                new Case("name.png", place, withChunk(rgb, chunk("iCCP", jane, pack(profile(new byte[0]))))));
    }

    private static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hiddenTextIsFoundAndTheCopyIsFreeOfIt(Case hidden) throws IOException {
        Path file = Files.write(folder.resolve(hidden.name), hidden.file);
        Path copy = folder.resolve("copy-" + hidden.name);

        assertThat(findings(file)).extracting(IdentityFinding::where).contains(hidden.where);
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

        String all = Files.readString(copy, StandardCharsets.ISO_8859_1);
        assertThat(all).doesNotContain("HIDDEN", "Jane");
        assertThat(all.split("4711", -1)).hasSizeLessThan(3);
        assertThat(findings(copy)).isEmpty();
        assertThat(digest(copy)).isEqualTo(digest(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "named.jpg",
                "end.jpg",
                "both.jpg",
                "progressive.jpg",
                "more.png",
                "unpacked.png",
                "transparent.png"
            })
    void pillowReadsTheSamePixelsInTheCopy(String name) throws IOException {
        Case hidden = cases().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
        Path file = Files.write(folder.resolve(name), hidden.file);
        Path copy = folder.resolve("copy-" + name);
        ImageReaders.writeWithoutIdentity(file, copy);

        assertThat(PythonJudge.run("judge_pictures.py", file.toString(), copy.toString()))
                .isEmpty();
    }

    @Test
    void profilesWithoutRevealingTextStay() throws IOException {
        byte[] sound = profile("Copyright 1998 Hewlett-Packard Company".getBytes(StandardCharsets.US_ASCII));
        byte[] packed = chunk("iCCP", "sRGB\0\0".getBytes(StandardCharsets.US_ASCII), pack(sound));
        Path jpeg = Files.write(folder.resolve("a.jpg"), insert(jpeg(false), 20, segment(0xe2, ICC, sound)));
        Path png = Files.write(folder.resolve("a.png"), withChunk(png(BufferedImage.TYPE_INT_RGB), packed));

        for (Path file : List.of(jpeg, png)) {
            Path copy = folder.resolve("copy-" + file.getFileName());
            assertThat(findings(file)).isEmpty();
            assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
            assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).containsAnyOf("ICC_PROFILE", "iCCP");
        }
    }

    @Test
    void morePackedThanThePictureHasLeavesNoCopy() throws IOException {
        byte[] rgb = png(BufferedImage.TYPE_INT_RGB);
        byte[] rows = join(new byte[40 * 151], TEXT);
        byte[] made = join(Arrays.copyOf(rgb, at(rgb, "IDAT")), chunk("IDAT", pack(rows)), chunk("IEND"));
        Path file = Files.write(folder.resolve("more.png"), made);

        assertThat(findings(file)).extracting(IdentityFinding::where).containsExactly("chunk IDAT");
        assertThat(ImageReaders.writeWithoutIdentity(file, folder.resolve("copy")))
                .isFalse();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void chunksWithoutWhichAPictureCannotBeShownAreRefused() throws IOException {
        byte[] made = withChunk(png(BufferedImage.TYPE_INT_RGB), chunk("HIDe", TEXT));
        Path file = Files.write(folder.resolve("critical.png"), made);

        assertThatThrownBy(() -> findings(file))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("critical.png")
                .hasMessageContaining("HIDe");
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
}
