package org.vitrail.pixels.raster;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures, and ways to hide a text in them. */
final class HiddenText {

    static final String MARKER = "HIDDEN-4711";
    static final byte[] TEXT = MARKER.getBytes(StandardCharsets.US_ASCII);

    /** What a program would take for a name. */
    static final byte[] NAME = "Operator: Jane Roe HIDDEN-4711".getBytes(StandardCharsets.US_ASCII);

    private static final int TAGS_AT = 128;

    private HiddenText() {}

    static byte[] jpeg(boolean progressive) throws IOException {
        BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] png(int type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture(type), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(50, 40, type);
        for (int i = 0; i < 2000; i++) {
            picture.setRGB(i % 50, i / 50, i * i % 251 << 16 | i % 200 << 8 | i % 7);
        }
        return picture;
    }

    static byte[] segment(int marker, byte[]... parts) {
        byte[] payload = join(parts);
        byte[] head = {(byte) 0xff, (byte) marker, (byte) (payload.length + 2 >> 8), (byte) (payload.length + 2)};
        return join(head, payload);
    }

    static byte[] chunk(String type, byte[]... parts) {
        byte[] data = join(parts);
        byte[] named = join(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return join(number(data.length), named, number((int) crc.getValue()));
    }

    /** The chunk in front of the pixels of a PNG, or behind them when it is IEND. */
    static byte[] withChunk(byte[] png, byte[] chunk) {
        return insert(png, at(png, "IDAT"), chunk);
    }

    /** Where a chunk begins. */
    static int at(byte[] png, String type) {
        String all = new String(png, StandardCharsets.ISO_8859_1);
        return all.indexOf(type) - 4;
    }

    /** The JDK's profile of sRGB with one more tag, which is a text. ICC.1:2022 §7.3, §10.24. */
    static byte[] profile(byte[] text) {
        byte[] known = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        ByteBuffer in = ByteBuffer.wrap(known);
        int tags = in.getInt(TAGS_AT);
        int end = TAGS_AT + 4 + 12 * tags;
        for (int tag = 0; tag < tags; tag++) {
            int at = TAGS_AT + 4 + 12 * tag + 4;
            in.putInt(at, in.getInt(at) + 12);
        }
        in.putInt(TAGS_AT, tags + 1);
        byte[] value = join("text\0\0\0\0".getBytes(StandardCharsets.US_ASCII), text, new byte[1]);
        byte[] entry =
                join("cprx".getBytes(StandardCharsets.US_ASCII), number(known.length + 12), number(value.length));
        return sized(join(insert(known, end, entry), value));
    }

    /** The JDK's profile of sRGB with a text that no tag points to. */
    static byte[] profileWithTail() {
        return sized(join(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(), TEXT));
    }

    private static byte[] sized(byte[] profile) {
        ByteBuffer.wrap(profile).putInt(0, profile.length);
        return profile;
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
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
