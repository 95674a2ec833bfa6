package org.vitrail.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.vitrail.pixels.PixelSource;

/** Writes one plane of uint16 as microscopes' programs do: OME-TIFF (BigTIFF) in deflated tiles of 512 × 512 with predictor 2. */
final class TiledTiff {

    private static final int TILE = 512;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG8 = 16;
    private static final int ASCII = 2;

    private TiledTiff() {}

    static void write(PixelSource image, Path file) throws IOException {
        int width = (int) image.shape().x();
        int height = (int) image.shape().y();
        int across = (width + TILE - 1) / TILE;
        int tiles = across * ((height + TILE - 1) / TILE);
        long[] offsets = new long[tiles];
        long[] lengths = new long[tiles];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.position(16);
            for (int i = 0; i < tiles; i++) {
                byte[] tile = tile(image, (long) (i / across) * TILE, (long) (i % across) * TILE);
                offsets[i] = out.position();
                lengths[i] = tile.length;
                out.write(ByteBuffer.wrap(tile));
            }
            directory(out, width, height, offsets, lengths);
        }
    }

    private static byte[] tile(PixelSource image, long y, long x) throws IOException {
        int height = (int) Math.min(TILE, image.shape().y() - y);
        int width = (int) Math.min(TILE, image.shape().x() - x);
        byte[] read = new byte[height * width * 2];
        image.read(0, 0, 0, y, x, height, width, read);
        ByteBuffer samples = ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer tile = ByteBuffer.allocate(TILE * TILE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < height; row++) {
            int before = 0;
            for (int column = 0; column < width; column++) {
                int value = samples.getShort(2 * (row * width + column)) & 0xffff;
                tile.putShort(2 * (row * TILE + column), (short) (value - before));
                before = value;
            }
        }
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(bytes, new Deflater(6))) {
            deflated.write(tile.array());
        }
        return bytes.toByteArray();
    }

    /** The one directory, its long values before it, and the header that points to it. */
    private static void directory(FileChannel out, int width, int height, long[] offsets, long[] lengths)
            throws IOException {
        byte[] xml = xml(width, height).getBytes(StandardCharsets.UTF_8);
        long atXml = append(out, ByteBuffer.wrap(xml));
        long atOffsets = append(out, longs(offsets));
        long atLengths = append(out, longs(lengths));
        long[][] entries = {
            {256, LONG, 1, width},
            {257, LONG, 1, height},
            {258, SHORT, 1, 16},
            {259, SHORT, 1, 8},
            {262, SHORT, 1, 1},
            {270, ASCII, xml.length, atXml},
            {277, SHORT, 1, 1},
            {317, SHORT, 1, 2},
            {322, LONG, 1, TILE},
            {323, LONG, 1, TILE},
            {324, LONG8, offsets.length, offsets.length == 1 ? offsets[0] : atOffsets},
            {325, LONG8, lengths.length, lengths.length == 1 ? lengths[0] : atLengths}
        };
        ByteBuffer ifd = ByteBuffer.allocate(16 + 20 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
        ifd.putLong(entries.length);
        for (long[] entry : entries) {
            ifd.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putLong(entry[2])
                    .putLong(entry[3]);
        }
        long atIfd = append(out, ifd.putLong(0).flip());
        ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 43)
                .putShort((short) 8)
                .putShort((short) 0);
        out.write(header.putLong(atIfd).flip(), 0);
    }

    private static long append(FileChannel out, ByteBuffer bytes) throws IOException {
        long at = out.position() + out.position() % 2;
        out.position(at);
        out.write(bytes);
        return at;
    }

    private static ByteBuffer longs(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.flip();
    }

    private static String xml(int width, int height) {
        return """
                <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"><Image ID="Image:0" Name="generated"><Pixels ID="Pixels:0" \
                DimensionOrder="XYZCT" Type="uint16" SizeX="%d" SizeY="%d" SizeZ="1" SizeC="1" SizeT="1" PhysicalSizeX="0.5" \
                PhysicalSizeY="0.5"><TiffData IFD="0" PlaneCount="1"/></Pixels></Image></OME>\0""".formatted(width, height);
    }
}
