package org.vitrail.omezarr;

import java.io.IOException;
import org.vitrail.omezarr.digest.ImageDigest;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;

/** Pixel digest {@code vitrail-pixels-1}, the same for the same pixels in any format, chunking and codec. contracts.md §7. */
public final class PixelDigest {

    private PixelDigest() {}

    /** Reads the whole image, one tile of 512 × 512 at a time; 64 lower-case hexadecimal digits. */
    public static String of(PixelSource source) throws IOException {
        PixelShape shape = source.shape();
        ImageDigest digest = new ImageDigest(shape, source.type());
        int side = ImageDigest.TILE;
        byte[] tile = new byte[side * side * source.type().bytes()];
        for (int t = 0; t < shape.t(); t++) {
            for (int c = 0; c < shape.c(); c++) {
                for (int z = 0; z < shape.z(); z++) {
                    plane(source, digest, tile, new int[] {t, c, z});
                }
            }
        }
        return digest.finish();
    }

    private static void plane(PixelSource source, ImageDigest digest, byte[] tile, int[] tcz) throws IOException {
        PixelShape shape = source.shape();
        int side = ImageDigest.TILE;
        for (long y = 0; y < shape.y(); y += side) {
            int height = (int) Math.min(side, shape.y() - y);
            for (long x = 0; x < shape.x(); x += side) {
                int width = (int) Math.min(side, shape.x() - x);
                source.read(tcz[0], tcz[1], tcz[2], y, x, height, width, tile);
                int length = height * width * source.type().bytes();
                digest.tile(tcz[0], tcz[1], tcz[2], (int) (y / side), (int) (x / side), tile, length);
            }
        }
    }
}
