package org.vitrail.pixels.tiff.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where texts and lookup tables stand in ImageJ's private field 50839, as 50838 counts them. ij.io.TiffDecoder, getMetaData. */
public final class ImageJMetadata {

    private static final int BYTE_COUNTS = 50838;
    private static final int MOST_PARTS = 1_000_000;
    private static final int MAGIC = 0x494a494a;

    /** Info, slice labels, properties: UTF-16 in the file's byte order. */
    private static final Set<Integer> TEXTS = Set.of(0x696e666f, 0x6c61626c, 0x70726f70);

    private static final int LUTS = 0x6c757473;

    private ImageJMetadata() {}

    /** A part inside the field's value. */
    public record Part(int start, int length) {}

    /** Texts in their order; none when the counts do not fit the value. */
    public static List<Part> texts(Ifd directory, byte[] value, ByteOrder order) throws IOException {
        return parts(TEXTS, directory, value, order);
    }

    /** Lookup tables of the channels in their order, mostly of 768 bytes each: red, green, blue. */
    public static List<Part> tables(Ifd directory, byte[] value, ByteOrder order) throws IOException {
        return parts(Set.of(LUTS), directory, value, order);
    }

    private static List<Part> parts(Set<Integer> kinds, Ifd directory, byte[] value, ByteOrder order)
            throws IOException {
        List<Part> parts = new ArrayList<>();
        long counts = directory.count(BYTE_COUNTS);
        long header = counts > 0 ? directory.number(BYTE_COUNTS, 0, 0) : 0;
        if (header < 12 || header > value.length || counts > MOST_PARTS) {
            return parts;
        }
        ByteBuffer bytes = ByteBuffer.wrap(value).order(order);
        if (bytes.getInt(0) != MAGIC) {
            return parts;
        }
        long at = header;
        long part = 1;
        for (int kind = 4; kind + 8 <= header; kind += 8) {
            boolean wanted = kinds.contains(bytes.getInt(kind));
            for (long i = bytes.getInt(kind + 4); i > 0 && part < counts; i--) {
                long length = directory.number(BYTE_COUNTS, 0, part++);
                if (at + length > value.length) {
                    return parts;
                }
                if (wanted && length > 0) {
                    parts.add(new Part((int) at, (int) length));
                }
                at += length;
            }
        }
        return parts;
    }
}
