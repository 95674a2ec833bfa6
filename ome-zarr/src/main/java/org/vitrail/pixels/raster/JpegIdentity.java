package org.vitrail.pixels.raster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/** What in a JPEG reveals, and the copy without it. JFIF 1.02, EXIF 2.32, XMP part 3, IPTC in Photoshop's APP13, ICC.1 annex B.4. */
final class JpegIdentity {

    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final int JFIF_BYTES = 14;
    private static final int MOST_SCANS = 100;

    private JpegIdentity() {}

    /**
     * Looks through the whole file.
     *
     * @throws UnsupportedImage when it has more than 100 scans, each of which has to be decoded over the whole picture
     * @throws org.vitrail.pixels.UnreadableImage when it is cut off
     */
    static PictureIdentity of(Path file) throws IOException {
        PictureIdentity identity = new PictureIdentity(String.valueOf(file.getFileName()));
        long behind = JpegWalk.walk(file, new JpegWalk.Visitor() {
            private int scans;

            @Override
            public void segment(int marker, byte[] payload) {
                requireKnownFrame(file, marker, payload);
                if (marker == JpegWalk.SCAN && ++scans > MOST_SCANS) {
                    throw new UnsupportedImage(
                            "Picture %s has more than %d scans, which no camera makes. Save it as TIFF."
                                    .formatted(file.getFileName(), MOST_SCANS));
                }
                if (marker == JpegWalk.COMMENT) {
                    comment(identity, new String(payload, StandardCharsets.UTF_8));
                } else if (marker >= JpegWalk.APP0 && marker <= JpegWalk.APP15) {
                    application(identity, marker - JpegWalk.APP0, payload);
                } else if (!isNeeded(marker)) {
                    identity.add(
                            Kind.PRIVATE_TAG, "segment FF%02X".formatted(marker), "A segment that no decoder needs.");
                }
            }

            @Override
            public void coded(byte[] bytes, int from, int length) {}
        });
        identity.behindPicture(behind);
        return identity;
    }

    /** Frames are markers C0 to CF but C4, C8 and CC. ITU-T T.81 table B.1. */
    private static void requireKnownFrame(Path file, int marker, byte[] payload) {
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (!frame || payload.length < 6) {
            return;
        }
        int precision = payload[0] & 0xff;
        int components = payload[5] & 0xff;
        if (marker > 0xc2 || precision != 8 || components != 1 && components != 3) {
            throw new UnsupportedImage(
                    "Picture %s is a JPEG of %d components with %d bits, frame FF%02X. Gray and RGB with 8 bits, baseline or progressive, are read; save it as PNG or TIFF."
                            .formatted(file.getFileName(), components, precision, marker));
        }
    }

    private static void comment(PictureIdentity identity, String text) {
        if (!text.isBlank()) {
            identity.add(Kind.FREE_TEXT, "comment (COM)", "A comment, in which anything may stand.");
            identity.text("comment (COM)", "Comment", text);
        }
    }

    private static void application(PictureIdentity identity, int number, byte[] payload) {
        String where = "segment APP" + number;
        if (number == 1 && begins(payload, "Exif\0")) {
            identity.exif(Arrays.copyOfRange(payload, Math.min(6, payload.length), payload.length));
        } else if (begins(payload, XMP) || begins(payload, MORE_XMP)) {
            identity.xmp(where + ", XMP", new String(payload, StandardCharsets.UTF_8));
        } else if (number == 13) {
            identity.add(Kind.FREE_TEXT, where + ", IPTC", "Captions, names and places as press agencies write them.");
        } else if (number == 0 && begins(payload, "JFXX") || hasThumbnail(number, payload)) {
            identity.add(
                    Kind.OVERVIEW_IMAGE, where, "A small picture of its own, which may show what was cut off later.");
        } else if (!isKept(number, payload)) {
            identity.add(Kind.PRIVATE_TAG, where, "A segment whose meaning only the program that wrote it knows.");
        }
    }

    private static boolean hasThumbnail(int number, byte[] payload) {
        return number == 0 && begins(payload, "JFIF\0") && payload.length > JFIF_BYTES;
    }

    /** Frames, tables, scans and what stands alone; not reserved markers, in which programs may hide anything. ITU-T T.81 table B.1. */
    private static boolean isNeeded(int marker) {
        return switch (marker) {
            case 0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd -> true;
            default -> JpegWalk.isAlone(marker);
        };
    }

    private static boolean isKept(int number, byte[] payload) {
        return switch (number) {
            case 0 -> begins(payload, "JFIF\0") && payload.length >= JFIF_BYTES;
            case 2 -> begins(payload, "ICC_PROFILE\0");
            case 14 -> begins(payload, "Adobe") && payload.length == 12;
            default -> false;
        };
    }

    private static boolean begins(byte[] payload, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
        return payload.length >= wanted.length && Arrays.equals(payload, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** Writes the picture with nothing but what decoding needs, its color profile and its orientation. */
    static void write(Path file, Path copy) throws IOException {
        int orientation = of(file).orientation();
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(copy))) {
            JpegWalk.walk(file, new Copy(out, orientation));
        }
    }

    private static final class Copy implements JpegWalk.Visitor {
        private final OutputStream out;
        private int orientation;

        Copy(OutputStream out, int orientation) {
            this.out = out;
            this.orientation = orientation;
        }

        @Override
        public void segment(int marker, byte[] payload) throws IOException {
            int number = marker - JpegWalk.APP0;
            boolean application = number >= 0 && number <= 15;
            if (application ? !isKept(number, payload) : !isNeeded(marker)) {
                return;
            }
            // JFIF wants to be first, EXIF second
            if (orientation > 1 && marker != JpegWalk.START && number != 0) {
                putOrientation();
            }
            byte[] kept = payload;
            if (hasThumbnail(number, payload)) {
                kept = Arrays.copyOf(payload, JFIF_BYTES);
                kept[12] = 0;
                kept[13] = 0;
            }
            put(marker, kept);
        }

        private void putOrientation() throws IOException {
            byte[] exif = ExifData.ofOrientation(orientation);
            byte[] all = Arrays.copyOf("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 6 + exif.length);
            System.arraycopy(exif, 0, all, 6, exif.length);
            orientation = 0;
            put(JpegWalk.APP0 + 1, all);
        }

        private void put(int marker, byte[] payload) throws IOException {
            out.write(0xff);
            out.write(marker);
            if (!JpegWalk.isAlone(marker)) {
                out.write(payload.length + 2 >> 8);
                out.write(payload.length + 2);
                out.write(payload);
            }
        }

        @Override
        public void coded(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }
    }
}
