package org.vitrail.pixels.nifti;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A field of the header in which people and programs write text.
 *
 * @param name as in nifti1.h and nifti2.h
 * @param at its first byte
 * @param length in bytes
 */
record TextField(String name, int at, int length) {

    private static final List<TextField> FIRST = List.of(
            new TextField("data_type", 4, 10),
            new TextField("db_name", 14, 18),
            new TextField("descrip", 148, 80),
            new TextField("aux_file", 228, 24),
            new TextField("intent_name", 328, 16));

    private static final List<TextField> SECOND = List.of(
            new TextField("descrip", 240, 80),
            new TextField("aux_file", 320, 24),
            new TextField("intent_name", 508, 16),
            new TextField("unused_str", 525, 15));

    /** All of them in a header. */
    static List<TextField> of(NiftiHeader header) {
        return header.version() == 1 ? FIRST : SECOND;
    }

    /** Its text; what is left behind the terminating zero counts too. */
    String text(byte[] head) {
        return new String(head, at, length, StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    void blank(byte[] head) {
        Arrays.fill(head, at, at + length, (byte) 0);
    }
}
