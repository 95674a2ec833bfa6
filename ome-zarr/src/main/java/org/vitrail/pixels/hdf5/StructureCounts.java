package org.vitrail.pixels.hdf5;

import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Looks into the headers of indexes and heaps as they are read, because jhdf allocates as many entries as they name. HDF5 format
 * specification §III.A.2 (version 2 B-trees), §III.G (fractal heaps), §VII.C, §VII.D (fixed and extensible arrays); lengths and offsets of
 * eight bytes, as all programs write them.
 */
final class StructureCounts {

    private static final long MOST_ENTRIES = 2_000_000;
    private static final int EXTENSIBLE_COUNTS = 6;

    private StructureCounts() {}

    /** @throws HdfException when a header names more entries than any image that is read has */
    static void check(ByteBuffer bytes) {
        if (bytes.remaining() < 28) {
            return;
        }
        byte[] start = new byte[4];
        bytes.get(0, start);
        switch (new String(start, StandardCharsets.ISO_8859_1)) {
            case "BTHD" -> {
                require(bytes.getShort(10) != 0, "a B-tree has records of no length");
                count(bytes, 26);
            }
            case "FAHD" -> count(bytes, 8);
            case "EAHD" -> {
                for (int i = 0; i < EXTENSIBLE_COUNTS; i++) {
                    count(bytes, 12 + 8 * i);
                }
            }
            case "FRHP" -> {
                require(bytes.remaining() >= 142, "a fractal heap is cut off");
                long entries = (bytes.getShort(110) & 0xffffL) * (bytes.getShort(140) & 0xffffL);
                require(entries <= MOST_ENTRIES, "a fractal heap has " + entries + " blocks");
            }
            default -> {}
        }
    }

    private static void count(ByteBuffer bytes, int at) {
        if (bytes.remaining() >= at + 8) {
            long count = bytes.getLong(at);
            require(count >= 0 && count <= MOST_ENTRIES, "an index has " + Long.toUnsignedString(count) + " entries");
        }
    }

    private static void require(boolean sound, String otherwise) {
        if (!sound) {
            throw new HdfException(otherwise);
        }
    }
}
