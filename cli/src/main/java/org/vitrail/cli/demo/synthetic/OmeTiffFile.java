package org.vitrail.cli.demo.synthetic;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/**
 * Writes a small OME-TIFF: classic little-endian TIFF 6.0, one uncompressed strip a plane, pages in the order XYZCT, and the
 * OME-XML (schema 2016-06) in the first page's ImageDescription. Not for files of 4 GB and more.
 */
final class OmeTiffFile {

    private static final int HEADER_BYTES = 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ASCII = 2;

    private OmeTiffFile() {}

    /** A channel as OME-XML names it; the color is RRGGBB. */
    record ChannelName(String name, String color) {}

    static void write(Path file, SyntheticImage image, String name, double pixelSize, List<ChannelName> channels)
            throws IOException {
        PixelShape shape = image.shape();
        byte[] description = (omeXml(image, name, pixelSize, channels) + "\0").getBytes(StandardCharsets.UTF_8);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(littleEndian(HEADER_BYTES)
                    .put(new byte[] {'I', 'I'})
                    .putShort((short) 42)
                    .putInt(HEADER_BYTES)
                    .array());
            long offset = HEADER_BYTES;
            for (int page = 0; page < shape.planes(); page++) {
                boolean last = page == shape.planes() - 1;
                byte[] directory = directory(image, offset, page == 0 ? description : new byte[0], last);
                out.write(directory);
                byte[] plane = planeOfPage(image, page);
                out.write(plane);
                offset += directory.length + plane.length;
            }
        }
    }

    private static byte[] planeOfPage(SyntheticImage image, int page) {
        PixelShape shape = image.shape();
        int z = (int) (page % shape.z());
        int c = (int) (page / shape.z() % shape.c());
        int t = (int) (page / shape.z() / shape.c());
        return image.plane(t, c, z);
    }

    /** One image file directory with its description behind it; the plane's only strip follows at once. */
    private static byte[] directory(SyntheticImage image, long start, byte[] description, boolean last) {
        PixelShape shape = image.shape();
        int entries = description.length == 0 ? 9 : 10;
        int bytes = 2 + 12 * entries + 4;
        int padded = (description.length + 1) / 2 * 2;
        long strip = start + bytes + padded;
        long stripBytes = shape.y() * shape.x() * image.type().bytes();
        ByteBuffer out = littleEndian(bytes + padded).putShort((short) entries);
        entry(out, 256, LONG, 1, shape.x());
        entry(out, 257, LONG, 1, shape.y());
        entry(out, 258, SHORT, 1, image.type().bytes() * 8L);
        entry(out, 259, SHORT, 1, 1);
        entry(out, 262, SHORT, 1, 1);
        if (description.length > 0) {
            entry(out, 270, ASCII, description.length, start + bytes);
        }
        entry(out, 273, LONG, 1, strip);
        entry(out, 277, SHORT, 1, 1);
        entry(out, 278, LONG, 1, shape.y());
        entry(out, 279, LONG, 1, stripBytes);
        out.putInt(last ? 0 : Math.toIntExact(strip + stripBytes));
        return out.put(description).array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, long value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(Math.toIntExact(value));
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String omeXml(SyntheticImage image, String name, double pixelSize, List<ChannelName> channels) {
        PixelShape shape = image.shape();
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .append("<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">")
                .append("<Image ID=\"Image:0\" Name=\"%s\"><Pixels ID=\"Pixels:0\" DimensionOrder=\"XYZCT\" Type=\"%s\""
                        .formatted(name, image.type() == PixelType.UINT8 ? "uint8" : "uint16"))
                .append(" SizeX=\"%d\" SizeY=\"%d\" SizeZ=\"%d\" SizeC=\"%d\" SizeT=\"%d\""
                        .formatted(shape.x(), shape.y(), shape.z(), shape.c(), shape.t()))
                .append(" PhysicalSizeX=\"%1$s\" PhysicalSizeY=\"%1$s\" PhysicalSizeZ=\"%2$s\" BigEndian=\"false\">"
                        .formatted(pixelSize, 4 * pixelSize));
        for (int c = 0; c < channels.size(); c++) {
            ChannelName channel = channels.get(c);
            int rgba = Integer.parseUnsignedInt(channel.color() + "FF", 16);
            xml.append("<Channel ID=\"Channel:0:%d\" Name=\"%s\" Color=\"%d\" SamplesPerPixel=\"1\"/>"
                    .formatted(c, channel.name(), rgba));
        }
        return xml.append("<TiffData/></Pixels></Image></OME>").toString();
    }
}
