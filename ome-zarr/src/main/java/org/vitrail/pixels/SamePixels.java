package org.vitrail.pixels;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Proves that a copy holds the pixels of its original, all images of it; one of the two is open at a time. */
public final class SamePixels {

    private static final int SIDE = 512;

    private SamePixels() {}

    /**
     * Reads both whole, a tile at a time; a copy that cannot be read is not the same.
     *
     * @throws PixelsException when the original cannot be read
     */
    public static boolean in(ImageFormat format, Path original, Path copy) throws IOException {
        String wanted = sum(format, original);
        try {
            return wanted.equals(sum(format, copy));
        } catch (PixelsException unreadable) {
            return false;
        }
    }

    private static String sum(ImageFormat format, Path file) throws IOException {
        try (Fileset fileset = format.open(List.of(file), null)) {
            MessageDigest digest = sha256();
            StringBuilder shapes = new StringBuilder();
            for (PixelSource image : fileset.images()) {
                add(image, digest, shapes);
                for (LabelImage label : image.labels()) {
                    add(label.pixels(), digest, shapes.append(" label"));
                }
            }
            return shapes + " " + HexFormat.of().formatHex(digest.digest());
        }
    }

    private static void add(PixelSource image, MessageDigest digest, StringBuilder shapes) throws IOException {
        PixelShape shape = image.shape();
        shapes.append(' ').append(shape).append(' ').append(image.type());
        byte[] tile = new byte[SIDE * SIDE * image.type().bytes()];
        for (int t = 0; t < shape.t(); t++) {
            for (int c = 0; c < shape.c(); c++) {
                for (int z = 0; z < shape.z(); z++) {
                    plane(image, digest, tile, new int[] {t, c, z});
                }
            }
        }
    }

    private static void plane(PixelSource image, MessageDigest digest, byte[] tile, int[] tcz) throws IOException {
        PixelShape shape = image.shape();
        for (long y = 0; y < shape.y(); y += SIDE) {
            int height = (int) Math.min(SIDE, shape.y() - y);
            for (long x = 0; x < shape.x(); x += SIDE) {
                int width = (int) Math.min(SIDE, shape.x() - x);
                image.read(tcz[0], tcz[1], tcz[2], y, x, height, width, tile);
                digest.update(tile, 0, height * width * image.type().bytes());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
