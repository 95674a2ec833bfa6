package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.tiff.file.Ifd;

/** Where ImageJ's texts stand in its private field 50839, as 50838 counts them. ij.io.TiffDecoder, getMetaData. */
final class ImageJMetadata {

    private static final int BYTE_COUNTS = 50838;
    private static final int MOST_PARTS = 1_000_000;
    private static final int MAGIC = 0x494a494a;

    /** Info, slice labels, properties: UTF-16 in the file's byte order. */
    private static final Set<Integer> TEXTS = Set.of(0x696e666f, 0x6c61626c, 0x70726f70);

    private ImageJMetadata() {}

    /** A text inside the field's value. */
    record Text(int start, int length) {}

    /** Texts in their order; none when the counts do not fit the value. */
    static List<Text> texts(Ifd directory, byte[] value, ByteOrder order) throws IOException {
        List<Text> texts = new ArrayList<>();
        long counts = directory.count(BYTE_COUNTS);
        long header = counts > 0 ? directory.number(BYTE_COUNTS, 0, 0) : 0;
        if (header < 12 || header > value.length || counts > MOST_PARTS) {
            return texts;
        }
        ByteBuffer bytes = ByteBuffer.wrap(value).order(order);
        if (bytes.getInt(0) != MAGIC) {
            return texts;
        }
        long at = header;
        long part = 1;
        for (int kind = 4; kind + 8 <= header; kind += 8) {
            boolean text = TEXTS.contains(bytes.getInt(kind));
            for (long i = bytes.getInt(kind + 4); i > 0 && part < counts; i--) {
                long length = directory.number(BYTE_COUNTS, 0, part++);
                if (at + length > value.length) {
                    return texts;
                }
                if (text && length > 0) {
                    texts.add(new Text((int) at, (int) length));
                }
                at += length;
            }
        }
        return texts;
    }
}
