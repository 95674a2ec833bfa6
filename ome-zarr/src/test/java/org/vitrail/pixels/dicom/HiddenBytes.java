package org.vitrail.pixels.dicom;

import static org.vitrail.pixels.dicom.DicomMaker.little;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** A text to hide, and parts of files to hide it in. */
final class HiddenBytes {

    static final String MARKER = "HIDDEN-4711";
    static final byte[] TEXT = MARKER.getBytes(StandardCharsets.US_ASCII);

    private HiddenBytes() {}

    static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 4096; i++) {
            picture.getRaster().setSample(i % 64, i / 64, 0, i * i % 251);
        }
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }

    /** Two samples in one segment that begins there. */
    static byte[] rle(int at) {
        return little(66)
                .putInt(1)
                .putInt(at)
                .position(64)
                .put((byte) -1)
                .put((byte) 5)
                .array();
    }

    /** A segment with two bytes (the registration of JPEG 2000 comments) before the text. */
    static byte[] segment(int marker) {
        return join(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (TEXT.length + 4), 0, 1}, TEXT);
    }

    /** JFIF with a thumbnail of 4 × 1 pixels, the text in its place. */
    static byte[] thumbnail() {
        byte[] head = {(byte) 0xff, (byte) 0xe0, 0, 28, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 4, 1};
        return join(head, Arrays.copyOf(TEXT, 12));
    }

    static byte[] deflated(byte[] dataset) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(dataset);
        deflater.finish();
        byte[] made = new byte[dataset.length + 100];
        int length = deflater.deflate(made);
        deflater.end();
        return Arrays.copyOf(made, length);
    }

    static byte[] even(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
    }

    static byte[] insert(byte[] whole, int at, byte[] part) {
        return join(Arrays.copyOf(whole, at), part, Arrays.copyOfRange(whole, at, whole.length));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
