package org.vitrail.cli.demo.synthetic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** A small image in memory: a plane of little-endian bytes for each t, c and z, in this order. */
final class SyntheticImage implements PixelSource {

    private final PixelShape shape;
    private final PixelType type;
    private final byte[][] planes;

    SyntheticImage(PixelShape shape, PixelType type) {
        this.shape = shape;
        this.type = type;
        this.planes = new byte[Math.toIntExact(shape.planes())][];
        int planeBytes = Math.toIntExact(shape.y() * shape.x() * type.bytes());
        Arrays.setAll(planes, index -> new byte[planeBytes]);
    }

    /** The bytes of one plane, row-major, little-endian; changes are changes of the image. */
    byte[] plane(int t, int c, int z) {
        return planes[Math.toIntExact(((long) t * shape.c() + c) * shape.z() + z)];
    }

    /** Sets one sample; values beyond the type's range are cut to it. */
    void set(byte[] plane, int y, int x, int value) {
        int index = Math.toIntExact(y * shape.x() + x);
        if (type == PixelType.UINT8) {
            plane[index] = (byte) Math.clamp(value, 0, 255);
        } else {
            ByteBuffer.wrap(plane).order(ByteOrder.LITTLE_ENDIAN).putShort(2 * index, (short)
                    Math.clamp(value, 0, 65535));
        }
    }

    @Override
    public PixelShape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return type;
    }

    @Override
    public SourceMetadata metadata() {
        return SourceMetadata.ofAxes("tczyx");
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        checkRegion(t, c, z, y, x, height, width, destination);
        byte[] plane = plane(t, c, z);
        int rowBytes = width * type.bytes();
        for (int row = 0; row < height; row++) {
            int from = Math.toIntExact(((y + row) * shape.x() + x) * type.bytes());
            System.arraycopy(plane, from, destination, row * rowBytes, rowBytes);
        }
    }

    @Override
    public void close() {}
}
