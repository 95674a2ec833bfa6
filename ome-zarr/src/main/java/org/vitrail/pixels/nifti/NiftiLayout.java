package org.vitrail.pixels.nifti;

import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/**
 * Where each voxel stands. Axes are stored x fastest, then y, z, t and the fifth, which becomes channels; rows are y, as stored: nothing
 * is flipped or turned into an anatomical orientation. NIfTI-1.1 fields {@code dim}, {@code pixdim}, {@code vox_offset}.
 *
 * @param offset of the first voxel in its file
 * @param bytes of all voxels
 * @param fifth length of the fifth axis
 */
record NiftiLayout(PixelShape shape, VoxelType voxels, SourceMetadata metadata, long offset, long bytes, long fifth) {

    /**
     * Checks what the header says.
     *
     * @param axes {@code czyx} makes the fourth axis channels instead of time; anything else changes nothing
     * @throws UnreadableImage when lengths or offset are impossible
     * @throws UnsupportedImage when voxels or number of axes are not supported
     */
    static NiftiLayout of(String file, NiftiHeader header, String axes) {
        VoxelType voxels = VoxelType.of(header.datatype(), file);
        long[] lengths = lengths(file, header);
        if ("czyx".equals(axes) && lengths[4] == 1) {
            lengths[4] = lengths[3];
            lengths[3] = 1;
        }
        if (lengths[4] > 1 && voxels.shown() > 1) {
            throw new UnsupportedImage(
                    "%s has colored voxels along a fifth axis (dim[5] = %d). Color, or up to five axes, is read; save each as a volume of its own."
                            .formatted(file, lengths[4]));
        }
        try {
            int channels = Math.toIntExact(voxels.shown() > 1 ? voxels.shown() : lengths[4]);
            PixelShape shape = new PixelShape(lengths[3], channels, lengths[2], lengths[1], lengths[0]);
            long samples = Math.multiplyExact(shape.pixels() / channels, lengths[4]);
            long bytes = Math.multiplyExact(samples, voxels.bytes());
            long offset = offset(file, header);
            Math.addExact(offset, bytes);
            return new NiftiLayout(shape, voxels, metadata(header, shape, voxels), offset, bytes, lengths[4]);
        } catch (ArithmeticException | IllegalArgumentException absurd) {
            throw damaged(file, "dim, byte " + dimAt(header), "has more voxels than any file: " + header.dim());
        }
    }

    private static long[] lengths(String file, NiftiHeader header) {
        long axes = header.dim().get(0);
        if (axes < 1 || axes > 7) {
            throw damaged(file, "dim, byte " + dimAt(header), "is said to have " + axes + " axes");
        }
        long[] lengths = {1, 1, 1, 1, 1};
        for (int i = 1; i <= axes; i++) {
            long length = header.dim().get(i);
            if (length < 1) {
                throw damaged(file, "dim[" + i + "], byte " + dimAt(header), "has length " + length);
            }
            if (i > 5 && length > 1) {
                throw new UnsupportedImage(
                        "%s has %d axes (dim[%d] = %d). Up to five (x, y, z, t and channels) are read; split it into several files."
                                .formatted(file, axes, i, length));
            }
            if (i <= 5) {
                lengths[i - 1] = length;
            }
        }
        return lengths;
    }

    private static long dimAt(NiftiHeader header) {
        return header.version() == 1 ? 40 : 16;
    }

    private static long offset(String file, NiftiHeader header) {
        double offset = header.voxelOffset();
        boolean whole = offset == Math.rint(offset) && offset < 1L << 53;
        // vox_offset 0 in a single file is written by some programs and means right behind the header
        if (!header.pair() && offset == 0) {
            return header.bytes() + 4L;
        }
        if (!whole || offset < (header.pair() ? 0 : header.bytes())) {
            String where = "vox_offset, byte " + (header.version() == 1 ? 108 : 168);
            throw damaged(file, where, "begins at " + offset);
        }
        return (long) offset;
    }

    private static UnreadableImage damaged(String file, String where, String what) {
        return new UnreadableImage(
                "NIfTI header of %s is damaged (%s): the volume %s. Check that the file was copied whole, or save it again."
                        .formatted(file, where, what));
    }

    private static SourceMetadata metadata(NiftiHeader header, PixelShape shape, VoxelType voxels) {
        String axes = (shape.t() > 1 ? "t" : "") + (shape.c() > 1 ? "c" : "") + (shape.z() > 1 ? "z" : "") + "yx";
        SourceMetadata metadata = new SourceMetadata(
                null,
                axes,
                micrometer(header, 1),
                micrometer(header, 2),
                shape.z() > 1 ? micrometer(header, 3) : null,
                List.of(),
                voxels.shown() == 3);
        return shape.t() > 1 ? metadata.withTimeStep(seconds(header)) : metadata;
    }

    /** NaN when the fourth axis is said to be something else than time, or its unit is not said. */
    private static double seconds(NiftiHeader header) {
        double factor = switch (header.units() & 0x38) {
            case 8 -> 1;
            case 16 -> 1e-3;
            case 24 -> 1e-6;
            default -> Double.NaN;
        };
        return header.pixdim().get(4) * factor;
    }

    /** Null when the unit is not said, or the spacing not positive. */
    private static Double micrometer(NiftiHeader header, int axis) {
        double factor = switch (header.units() & 7) {
            case 1 -> 1e6;
            case 2 -> 1e3;
            case 3 -> 1;
            default -> Double.NaN;
        };
        double size = header.pixdim().get(axis) * factor;
        return size > 0 && Double.isFinite(size) ? size : null;
    }
}
