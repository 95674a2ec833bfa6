package org.vitrail.omezarr.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;

/**
 * Gathers the tiles of an image in any order and from any thread. Holds 32 bytes for each plane, and for each tile of the planes that
 * are not complete yet.
 */
public final class ImageDigest {

    /** Side of a tile in pixels. */
    public static final int TILE = 512;

    private static final int HASH_BYTES = 32;
    private static final long MOST_PLANES = (Integer.MAX_VALUE - 8) / HASH_BYTES;

    private final PixelShape shape;
    private final PixelType type;
    private final byte[] planeHashes;
    private final Map<Long, OpenPlane> open = new ConcurrentHashMap<>();
    private final AtomicLong planesLeft;

    /** @throws UnsupportedImage for more than 67 million planes, or tiles of one */
    public ImageDigest(PixelShape shape, PixelType type) {
        if (shape.planes() > MOST_PLANES || tiles(shape) > MOST_PLANES) {
            throw new UnsupportedImage("An image of " + shape + " (t, c, z, y, x) has more than " + MOST_PLANES
                    + " planes or tiles, which is not supported. Convert parts of it.");
        }
        this.shape = shape;
        this.type = type;
        this.planeHashes = new byte[(int) shape.planes() * HASH_BYTES];
        this.planesLeft = new AtomicLong(shape.planes());
    }

    private static final class OpenPlane {
        private final byte[] tileHashes;
        private final AtomicLong tilesLeft;

        private OpenPlane(int tiles) {
            tileHashes = new byte[tiles * HASH_BYTES];
            tilesLeft = new AtomicLong(tiles);
        }
    }

    /** Takes a tile. @param tileY its row of tiles; @param bytes row-major little-endian, cropped at the image's edges */
    public void tile(int t, int c, int z, int tileY, int tileX, byte[] bytes, int length) {
        long plane = ((long) t * shape.c() + c) * shape.z() + z;
        OpenPlane state = open.computeIfAbsent(plane, absent -> new OpenPlane((int) tiles(shape)));
        MessageDigest sha = sha256();
        sha.update(bytes, 0, length);
        int index = (int) (tileY * across(shape.x()) + tileX);
        System.arraycopy(sha.digest(), 0, state.tileHashes, index * HASH_BYTES, HASH_BYTES);
        if (state.tilesLeft.decrementAndGet() == 0) {
            byte[] hash = sha.digest(state.tileHashes);
            System.arraycopy(hash, 0, planeHashes, (int) plane * HASH_BYTES, HASH_BYTES);
            open.remove(plane);
            planesLeft.decrementAndGet();
        }
    }

    /**
     * The digest, when every tile was taken once.
     *
     * @throws IllegalStateException when tiles are missing
     */
    public String finish() {
        if (planesLeft.get() != 0) {
            throw new IllegalStateException(planesLeft + " planes are not complete");
        }
        MessageDigest sha = sha256();
        String header = "vitrail-pixels-1\n" + type.numpyName() + "\ntczyx\n" + shape + "\n";
        sha.update(header.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha.digest(planeHashes));
    }

    private static long tiles(PixelShape shape) {
        return across(shape.y()) * across(shape.x());
    }

    private static long across(long pixels) {
        return (pixels + TILE - 1) / TILE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
