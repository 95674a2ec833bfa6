package org.vitrail.pixels.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IccProfile;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.jpeg.JpegSegments;

/** What in a JPEG reveals. JFIF 1.02, EXIF 2.32, XMP part 3, IPTC in Photoshop's APP13, ICC.1 annex B.4. */
final class JpegIdentity implements JpegWalk.Visitor {

    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
    private static final String PROFILE = "ICC_PROFILE\0";
    private static final int PROFILE_AT = 14;
    private static final int MOST_SCANS = 100;

    private final Path file;
    private final PictureIdentity identity;
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private boolean profileKept;
    private int scans;
    private long codedBytes;

    private JpegIdentity(Path file) {
        this.file = file;
        this.identity = new PictureIdentity(String.valueOf(file.getFileName()));
    }

    /**
     * What a walk through a file brings.
     *
     * @param identity what reveals
     * @param profileKept true when a color profile is there, and speaks against nobody
     * @param codedBytes of all scans together
     * @param scans their number
     */
    record Look(PictureIdentity identity, boolean profileKept, long codedBytes, int scans) {}

    /**
     * Looks through the whole file.
     *
     * @throws UnsupportedImage when it has more than 100 scans, each of which has to be decoded over the whole picture
     * @throws org.vitrail.pixels.UnreadableImage when it is cut off
     */
    static Look of(Path file) throws IOException {
        JpegIdentity look = new JpegIdentity(file);
        long behind = JpegWalk.walk(file, look);
        look.profile();
        look.identity.behindPicture(behind);
        return new Look(look.identity, look.profileKept, look.codedBytes, look.scans);
    }

    @Override
    public void segment(int marker, byte[] payload) {
        requireKnownFrame(file, marker, payload);
        if (marker == JpegWalk.SCAN && ++scans > MOST_SCANS) {
            throw new UnsupportedImage("Picture %s has more than %d scans, which no camera makes. Save it as TIFF."
                    .formatted(file.getFileName(), MOST_SCANS));
        }
        if (marker == JpegSegments.COMMENT) {
            comment(new String(payload, StandardCharsets.UTF_8));
        } else if (marker >= JpegWalk.APP0 && marker <= JpegWalk.APP15) {
            application(marker - JpegWalk.APP0, payload);
        } else if (!isNeeded(marker)) {
            identity.add(Kind.PRIVATE_TAG, "segment FF%02X".formatted(marker), "A segment that no decoder needs.");
        } else if (!JpegSegments.isAlone(marker)) {
            longer(marker, payload);
        }
    }

    @Override
    public void coded(byte[] bytes, int from, int length) {
        codedBytes += length;
    }

    @Override
    public void stray(int marker) {
        identity.add(
                Kind.PRIVATE_TAG,
                "behind the coded data",
                "A restart marker that this picture cannot have, and what follows it.");
    }

    /** Restart intervals and tables may be of any length; what is beyond their values is no table. */
    private void longer(int marker, byte[] payload) {
        if (JpegSegments.needed(marker, payload, 0, payload.length) < payload.length) {
            identity.add(
                    Kind.PRIVATE_TAG,
                    JpegSegments.name(marker) + ", behind its values",
                    "Bytes that no decoder looks at, in which anything may stand.");
        }
    }

    private static void requireKnownFrame(Path file, int marker, byte[] payload) {
        if (!JpegSegments.isFrame(marker) || payload.length < 6) {
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

    private void comment(String text) {
        if (!text.isBlank()) {
            identity.add(Kind.FREE_TEXT, "comment (COM)", "A comment, in which anything may stand.");
            identity.text("comment (COM)", "Comment", text);
        }
    }

    private void application(int number, byte[] payload) {
        String where = "segment APP" + number;
        int needed = JpegSegments.needed(JpegWalk.APP0 + number, payload, 0, payload.length);
        if (number == 1 && begins(payload, "Exif\0")) {
            identity.exif(Arrays.copyOfRange(payload, Math.min(6, payload.length), payload.length));
        } else if (begins(payload, XMP) || begins(payload, MORE_XMP)) {
            identity.xmp(where + ", XMP", new String(payload, StandardCharsets.UTF_8));
        } else if (number == 13) {
            identity.add(Kind.FREE_TEXT, where + ", IPTC", "Captions, names and places as press agencies write them.");
        } else if (number == 0 && begins(payload, "JFXX") || number == 0 && needed > 0 && needed < payload.length) {
            identity.add(
                    Kind.OVERVIEW_IMAGE, where, "A small picture of its own, which may show what was cut off later.");
        } else if (isProfile(number, payload)) {
            profile.write(payload, PROFILE_AT, payload.length - PROFILE_AT);
        } else if (needed == 0) {
            identity.add(Kind.PRIVATE_TAG, where, "A segment whose meaning only the program that wrote it knows.");
        } else {
            longer(JpegWalk.APP0 + number, payload);
        }
    }

    /** All parts of the profile together; it is kept whole or not at all. */
    private void profile() {
        byte[] all = profile.toByteArray();
        Set<Kind> kinds = all.length == 0 ? EnumSet.noneOf(Kind.class) : IccProfile.kinds(all);
        kinds.forEach(kind -> identity.add(
                kind, "segment APP2, color profile", "Text in the profile, or bytes that belong to no profile."));
        profileKept = all.length > 0 && kinds.isEmpty();
    }

    /** True for a part of a color profile: behind the name its number, and how many parts there are. */
    static boolean isProfile(int number, byte[] payload) {
        return number == 2 && begins(payload, PROFILE) && payload.length >= PROFILE_AT;
    }

    /** Frames, tables, scans and what stands alone; not reserved markers, in which programs may hide anything. ITU-T T.81 table B.1. */
    static boolean isNeeded(int marker) {
        return switch (marker) {
            case 0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd -> true;
            default -> JpegSegments.isAlone(marker);
        };
    }

    private static boolean begins(byte[] payload, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
        return payload.length >= wanted.length && Arrays.equals(payload, 0, wanted.length, wanted, 0, wanted.length);
    }
}
