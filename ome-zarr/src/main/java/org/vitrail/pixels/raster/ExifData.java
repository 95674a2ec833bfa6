package org.vitrail.pixels.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What stands in EXIF data, a small TIFF in at most 64 KiB or one PNG chunk. EXIF 2.32 (CIPA DC-008). */
final class ExifData {

    private static final int EXIF_IFD = 0x8769;
    private static final int GPS_IFD = 0x8825;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 2000;

    private final String file;
    private final ByteBuffer bytes;
    private final List<IdentityFinding> found = new ArrayList<>();
    private final Set<Integer> seen = new HashSet<>();
    private int entries;
    private int orientation;

    private ExifData(String file, byte[] tiff) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(tiff);
    }

    /** What reveals, and how the picture is to be turned. Damaged data end early and are a finding. */
    record Said(List<IdentityFinding> findings, int orientation) {}

    /** @param tiff from its byte order mark on */
    static Said read(String file, byte[] tiff) {
        ExifData data = new ExifData(file, tiff);
        try {
            data.read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            data.find(
                    Kind.PRIVATE_TAG,
                    "EXIF",
                    "EXIF data that cannot be read to their end; nobody can tell what they say.");
        }
        return new Said(data.found, data.orientation);
    }

    /** EXIF data that say nothing but the orientation. */
    static byte[] ofOrientation(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private void read() {
        bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int next = directory(bytes.getInt(4), "EXIF");
        if (next != 0) {
            find(
                    Kind.OVERVIEW_IMAGE,
                    "EXIF thumbnail",
                    "A small picture of its own, which may show what was cut off or painted over later.");
        }
    }

    /** Reads a directory; gives the offset of the one behind it, or 0. */
    private int directory(int at, String name) {
        if (!seen.add(at)) {
            return 0;
        }
        int count = bytes.getShort(at) & 0xffff;
        for (int i = 0; i < count; i++) {
            if (++entries > MOST_ENTRIES) {
                throw new IllegalArgumentException("too many entries");
            }
            entry(at + 2 + 12 * i, name);
        }
        return bytes.getInt(at + 2 + 12 * count);
    }

    private void entry(int at, String name) {
        int tag = bytes.getShort(at) & 0xffff;
        if (name.equals("EXIF GPS")) {
            if (tag != 0 && found.stream().noneMatch(finding -> finding.kind() == Kind.LOCATION)) {
                find(Kind.LOCATION, name, "Coordinates of the place where the picture was taken.");
            }
            return;
        }
        String where = name + ", tag %04X".formatted(tag);
        switch (tag) {
            case EXIF_IFD -> directory(bytes.getInt(at + 8), name);
            case GPS_IFD -> directory(bytes.getInt(at + 8), "EXIF GPS");
            case ORIENTATION -> orientation = bytes.getShort(at + 8) & 0xffff;
            case 0x013b, 0x9c9d, 0xa430 -> named(at, where, "Name of the one who took the picture or owns the camera.");
            case 0x8298 -> named(at, where, "Holder of the copyright, often a person.");
            case 0x0132, 0x9003, 0x9004 -> find(Kind.DATE, where, "When the picture was taken.");
            case 0xa431, 0xa435, 0xc62f ->
                find(Kind.IDENTIFIER, where, "Serial number of a device, which leads to its owner.");
            case 0xa420 -> find(Kind.UID, where, "Unique identifier of the picture.");
            case 0x927c -> find(Kind.PRIVATE_TAG, where, "The maker's own notes, whose meaning only the maker knows.");
            case 0x010e, 0x9286 -> free(text(at, StandardCharsets.UTF_8), where);
            case 0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f -> free(text(at, StandardCharsets.UTF_16LE), where);
            default -> {}
        }
    }

    private void named(int at, String where, String reason) {
        if (!text(at, StandardCharsets.UTF_8).isEmpty()) {
            find(Kind.PERSON_NAME, where, reason);
        }
    }

    private void free(String text, String where) {
        found.addAll(IdentityText.findings(text, file, where, Treatment.REMOVED));
    }

    private String text(int at, Charset charset) {
        int count = bytes.getInt(at + 4);
        int from = count <= 4 ? at + 8 : bytes.getInt(at + 8);
        if (count < 0 || from < 0 || count > bytes.capacity() - from) {
            throw new IllegalArgumentException("text outside the data");
        }
        return new String(bytes.array(), from, count, charset)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    private void find(Kind kind, String where, String reason) {
        found.add(new IdentityFinding(kind, file, where, reason, Treatment.REMOVED));
    }
}
