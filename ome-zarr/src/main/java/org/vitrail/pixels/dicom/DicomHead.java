package org.vitrail.pixels.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Recognizes DICOM by its first bytes: by the prefix, or, in files without one, by three elements that make sense. PS3.10 §7.1. */
final class DicomHead {

    private static final Set<String> LONG_FORM = Set.of("OB", "OW", "OF", "OD", "SQ", "UT", "UN", "UC", "UR");

    private DicomHead() {}

    static boolean isDicom(byte[] head) {
        if (head.length >= 132 && new String(head, 128, 4, StandardCharsets.ISO_8859_1).equals("DICM")) {
            return true;
        }
        return head.length >= 32
                && (isDataset(head, ByteOrder.LITTLE_ENDIAN, true)
                        || isDataset(head, ByteOrder.LITTLE_ENDIAN, false)
                        || isDataset(head, ByteOrder.BIG_ENDIAN, true));
    }

    /** Group 2 or 8 first, tags in rising order and lengths that are even and small. */
    private static boolean isDataset(byte[] head, ByteOrder order, boolean explicit) {
        ByteBuffer in = ByteBuffer.wrap(head).order(order);
        long last = -1;
        int at = 0;
        for (int element = 0; element < 3; element++) {
            if (at + 12 > head.length) {
                return element == 2;
            }
            long tag = (in.getShort(at) & 0xffffL) << 16 | in.getShort(at + 2) & 0xffff;
            boolean group = tag >>> 16 == 2 || tag >>> 16 == 8;
            long length = length(in, at, explicit);
            if (!group || tag <= last || length < 0 || length > 1024 || length % 2 == 1) {
                return false;
            }
            last = tag;
            at += (int) length + (explicit && isLong(in, at) ? 12 : 8);
        }
        return true;
    }

    private static boolean isLong(ByteBuffer in, int at) {
        return LONG_FORM.contains(vr(in, at));
    }

    private static long length(ByteBuffer in, int at, boolean explicit) {
        if (!explicit) {
            return in.getInt(at + 4) & 0xffffffffL;
        }
        String vr = vr(in, at);
        if (!vr.matches("[A-Z]{2}")) {
            return -1;
        }
        return isLong(in, at) ? in.getInt(at + 8) & 0xffffffffL : in.getShort(at + 6) & 0xffff;
    }

    private static String vr(ByteBuffer in, int at) {
        return "" + (char) in.get(at + 4) + (char) in.get(at + 5);
    }
}
