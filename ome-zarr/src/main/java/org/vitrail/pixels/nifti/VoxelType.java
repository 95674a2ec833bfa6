package org.vitrail.pixels.nifti;

import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;

/**
 * How one voxel is stored. NIfTI-1.1 field {@code datatype}.
 *
 * @param pixels type of each sample
 * @param stored samples that stand side by side in a voxel
 * @param shown samples that become channels, the first ones
 */
record VoxelType(PixelType pixels, int stored, int shown) {

    /**
     * The type of a code.
     *
     * @throws UnsupportedImage for bits, complex numbers and floats of 128 bits
     */
    static VoxelType of(int code, String file) {
        return switch (code) {
            case 2 -> one(PixelType.UINT8);
            case 4 -> one(PixelType.INT16);
            case 8 -> one(PixelType.INT32);
            case 16 -> one(PixelType.FLOAT32);
            case 64 -> one(PixelType.FLOAT64);
            case 128 -> new VoxelType(PixelType.UINT8, 3, 3);
            case 256 -> one(PixelType.INT8);
            case 512 -> one(PixelType.UINT16);
            case 768 -> one(PixelType.UINT32);
            case 1024 -> one(PixelType.INT64);
            case 1280 -> one(PixelType.UINT64);
            case 2304 -> new VoxelType(PixelType.UINT8, 4, 3);
            default ->
                throw new UnsupportedImage(
                        ("%s has voxels of NIfTI datatype %d%s. Integers of 8 to 64 bits, floats of 32 and 64 bits and RGB are read; "
                                        + "save it as one of them, complex numbers as two volumes.")
                                .formatted(file, code, word(code)));
        };
    }

    private static VoxelType one(PixelType type) {
        return new VoxelType(type, 1, 1);
    }

    private static String word(int code) {
        return switch (code) {
            case 1 -> " (single bits)";
            case 32, 1792, 2048 -> " (complex numbers)";
            case 1536 -> " (floats of 128 bits)";
            default -> "";
        };
    }

    /** Bytes of one voxel. */
    int bytes() {
        return stored * pixels.bytes();
    }
}
