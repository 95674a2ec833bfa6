package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Syntax;
import org.vitrail.pixels.dicom.data.Tags;

/** Writes elements, and copies stretches of a file as they are. PS3.5 §7.1. */
final class ElementWriter {

    private static final int UNDEFINED = 0xffffffff;

    private final OutputStream out;

    ElementWriter(OutputStream out) {
        this.out = out;
    }

    /** An element with a text of 8-bit characters, padded to an even length. */
    void text(int tag, String vr, Syntax syntax, String text) throws IOException {
        byte pad = (byte) ("UI".equals(vr) ? 0 : ' ');
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        if (even.length > bytes.length) {
            even[bytes.length] = pad;
        }
        value(tag, vr, syntax, even);
    }

    /** An element with a value of even length. */
    void value(int tag, String vr, Syntax syntax, byte[] value) throws IOException {
        header(tag, vr, syntax, value.length);
        out.write(value);
    }

    /** The beginning of a sequence that ends with a delimiter. */
    void sequence(Element element) throws IOException {
        header(element.tag(), element.vr(), element.syntax(), UNDEFINED);
    }

    /** The beginning of an element whose value of that length follows. */
    void head(Element element, long length) throws IOException {
        header(element.tag(), element.vr(), element.syntax(), (int) length);
    }

    /** An item of pixel data with its value. PS3.5 §A.4. */
    void fragment(Syntax syntax, byte[] bytes, int from, int length) throws IOException {
        header(Tags.ITEM, null, syntax, length);
        out.write(bytes, from, length);
    }

    /** A part of a value. */
    void bytes(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    /** The beginning of an item, or of nothing: a delimiter. */
    void item(int tag, Syntax syntax) throws IOException {
        header(tag, null, syntax, tag == Tags.ITEM ? UNDEFINED : 0);
    }

    private void header(int tag, String vr, Syntax syntax, int length) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(12).order(syntax.order());
        header.putShort((short) (tag >>> 16)).putShort((short) tag);
        if (!syntax.explicit() || vr == null) {
            header.putInt(length);
        } else if (Element.isShortForm(vr)) {
            header.put(vr.getBytes(StandardCharsets.US_ASCII)).putShort((short) length);
        } else {
            header.put(vr.getBytes(StandardCharsets.US_ASCII))
                    .putShort((short) 0)
                    .putInt(length);
        }
        out.write(header.array(), 0, header.position());
    }

    /** Bytes of the file as they are, a part at a time. */
    void copy(DicomBytes in, long from, long to) throws IOException {
        byte[] part = new byte[(int) Math.min(1 << 16, to - from)];
        for (long at = from; at < to; at += part.length) {
            int length = (int) Math.min(part.length, to - at);
            in.read(at, part, 0, length);
            out.write(part, 0, length);
        }
    }
}
