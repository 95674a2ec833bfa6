package org.vitrail.pixels.nifti;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes of the header that NIfTI kept from ANALYZE without a use, the end of NIfTI-2's magic word, and lengths of axes that there are
 * none of: numbers by name, texts perhaps. nifti1.h, nifti2.h.
 */
final class ReservedBytes {

    private static final byte[] MAGIC_END = {'\r', '\n', 0x1a, '\n'};
    private static final int MAGIC_END_AT = 8;
    private static final int EXTENTS_AT = 32;
    private static final int EXTENTS = 16_384;
    private static final int REGULAR_AT = 38;
    private static final int LIMITS_AT = 140;

    private ReservedBytes() {}

    /** Which of them hold something else than programs write there. */
    static List<String> filled(NiftiHeader header, byte[] head) {
        byte[] clean = head.clone();
        blank(header, clean);
        List<String> filled = new ArrayList<>();
        if (header.version() == 2) {
            add(filled, !Arrays.equals(clean, 8, 12, head, 8, 12), "magic (byte 4)");
        } else {
            add(filled, !Arrays.equals(clean, 32, 39, head, 32, 39), "extents, session_error, regular (byte 32)");
            // largest and smallest value are numbers in files of programs, and only by chance all letters
            String limits = new String(head, LIMITS_AT, 8, StandardCharsets.ISO_8859_1);
            add(filled, limits.matches("[ -~]{4,8}\\x00{0,4}"), "glmax, glmin (byte 140)");
        }
        int from = header.version() == 1 ? 40 : 16;
        int to = from + (header.version() == 1 ? 16 : 64);
        add(filled, !Arrays.equals(clean, from, to, head, from, to), "dim behind its axes (byte %d)".formatted(from));
        return filled;
    }

    private static void add(List<String> filled, boolean holds, String field) {
        if (holds) {
            filled.add(field);
        }
    }

    /** Puts into each of them what a program would. */
    static void blank(NiftiHeader header, byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head).order(header.order());
        if (header.version() == 2) {
            bytes.put(MAGIC_END_AT, MAGIC_END);
        } else {
            bytes.putInt(EXTENTS_AT, bytes.getInt(EXTENTS_AT) == EXTENTS ? EXTENTS : 0);
            bytes.putShort(EXTENTS_AT + 4, (short) 0);
            bytes.put(REGULAR_AT, head[REGULAR_AT] == 'r' ? (byte) 'r' : 0);
            bytes.putLong(LIMITS_AT, 0);
        }
        for (int axis = Math.toIntExact(header.dim().get(0)) + 1; axis < 8; axis++) {
            long length = header.dim().get(axis);
            if (length != 0 && length != 1 && header.version() == 1) {
                bytes.putShort(40 + 2 * axis, (short) 1);
            } else if (length != 0 && length != 1) {
                bytes.putLong(16 + 8 * axis, 1);
            }
        }
    }
}
