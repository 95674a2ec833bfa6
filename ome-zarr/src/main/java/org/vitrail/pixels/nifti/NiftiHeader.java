package org.vitrail.pixels.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.pixels.UnreadableImage;

/**
 * What the header of NIfTI-1 (348 bytes) or NIfTI-2 (540 bytes) says, unchecked but for its kind.
 *
 * @param version 1 or 2
 * @param pair true when the voxels are in a file of their own ({@code ni1}, {@code ni2})
 * @param order of all numbers, also of the voxels
 * @param dim number of axes, then seven lengths
 * @param pixdim spacings; the first of seven has index 1
 * @param voxelOffset as stored, where the voxels begin
 * @param units {@code xyzt_units}
 */
record NiftiHeader(
        int version,
        boolean pair,
        ByteOrder order,
        int datatype,
        List<Long> dim,
        List<Double> pixdim,
        double voxelOffset,
        int units) {

    /** Bytes of the longer header. */
    static final int MOST_BYTES = 540;

    /** Copies the lists. */
    NiftiHeader {
        dim = List.copyOf(dim);
        pixdim = List.copyOf(pixdim);
    }

    /** Bytes of the header, without the four of the extender. */
    int bytes() {
        return version == 1 ? 348 : MOST_BYTES;
    }

    /** True when the bytes begin like a header of either version and byte order, magic word included. */
    static boolean looksLike(byte[] head) {
        return version(head) > 0;
    }

    /** True for a header of ANALYZE 7.5, which has the length of NIfTI-1's but no magic word. */
    static boolean looksLikeAnalyze(byte[] head) {
        return head.length >= 348 && version(head) == 0 && (number(head, 0) == 348 || swapped(head, 0) == 348);
    }

    private static int version(byte[] head) {
        if (head.length >= 348 && (magic(head, 344, "n+1\0") || magic(head, 344, "ni1\0"))) {
            return 1;
        }
        return head.length >= MOST_BYTES && (magic(head, 4, "n+2\0") || magic(head, 4, "ni2\0")) ? 2 : 0;
    }

    private static boolean magic(byte[] head, int at, String word) {
        return new String(head, at, 4, StandardCharsets.ISO_8859_1).equals(word);
    }

    private static int number(byte[] head, int at) {
        return ByteBuffer.wrap(head).getInt(at);
    }

    private static int swapped(byte[] head, int at) {
        return Integer.reverseBytes(number(head, at));
    }

    /**
     * Takes a header apart.
     *
     * @throws UnreadableImage when its length field fits neither byte order
     */
    static NiftiHeader parse(String file, byte[] head) {
        int version = version(head);
        ByteOrder order = order(head, version)
                .orElseThrow(() -> new UnreadableImage(
                        ("NIfTI header of %s is damaged: its length (byte 0) is neither 348 nor 540 in either byte order. "
                                        + "Check that the file was copied whole.")
                                .formatted(file)));
        ByteBuffer bytes = ByteBuffer.wrap(head).order(order);
        return version == 1 ? first(bytes, head) : second(bytes, head);
    }

    private static Optional<ByteOrder> order(byte[] head, int version) {
        int length = version == 1 ? 348 : MOST_BYTES;
        if (version > 0 && number(head, 0) == length) {
            return Optional.of(ByteOrder.BIG_ENDIAN);
        }
        return version > 0 && swapped(head, 0) == length ? Optional.of(ByteOrder.LITTLE_ENDIAN) : Optional.empty();
    }

    private static NiftiHeader first(ByteBuffer bytes, byte[] head) {
        List<Long> dim = new ArrayList<>();
        List<Double> pixdim = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            dim.add((long) bytes.getShort(40 + 2 * i));
            pixdim.add((double) bytes.getFloat(76 + 4 * i));
        }
        boolean pair = head[345] == 'i';
        return new NiftiHeader(
                1, pair, bytes.order(), bytes.getShort(70), dim, pixdim, bytes.getFloat(108), bytes.get(123));
    }

    private static NiftiHeader second(ByteBuffer bytes, byte[] head) {
        List<Long> dim = new ArrayList<>();
        List<Double> pixdim = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            dim.add(bytes.getLong(16 + 8 * i));
            pixdim.add(bytes.getDouble(104 + 8 * i));
        }
        boolean pair = head[5] == 'i';
        return new NiftiHeader(
                2, pair, bytes.order(), bytes.getShort(12), dim, pixdim, bytes.getLong(168), bytes.getInt(500));
    }
}
