package org.vitrail.pixels.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.vitrail.pixels.UnreadableImage;

/** The chunks of a chunked data set; one that was never written is all fill value. */
record ChunkedBlocks(
        Hdf5File file,
        String path,
        ChunkedDataset dataset,
        int[] blockShape,
        StoredType type,
        ChunkFilters filters,
        byte[] fill)
        implements SampleBlocks {

    @Override
    public byte[] read(long[] grid) {
        int[] offset = new int[grid.length];
        int length = type.type().bytes();
        for (int i = 0; i < grid.length; i++) {
            offset[i] = Math.toIntExact(grid[i] * blockShape[i]);
            length *= blockShape[i];
        }
        int chunkBytes = length;
        String where = path + ", chunk at " + java.util.Arrays.toString(offset);
        byte[] samples = file.guard(where, () -> stored(offset))
                .map(stored -> decode(stored, chunkBytes, where))
                .orElseGet(() -> filled(chunkBytes));
        type.toLittleEndian(samples);
        return samples;
    }

    /** jhdf tells a missing chunk by an exception that has no cause; its other faults here have one. */
    private Optional<byte[]> stored(int[] offset) {
        try {
            ByteBuffer buffer = dataset.getRawChunkBuffer(offset);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return Optional.of(bytes);
        } catch (HdfException missing) {
            if (missing.getCause() == null && missing.getMessage().startsWith("No chunk")) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    private byte[] decode(byte[] stored, int chunkBytes, String where) {
        try {
            byte[] samples = filters.decode(stored, chunkBytes);
            return samples == stored ? samples.clone() : samples;
        } catch (DataFormatException | RuntimeException damaged) {
            throw new UnreadableImage(
                    "%s is damaged at %s: %s. Check that it was copied whole, or save it again."
                            .formatted(file.name(), where, damaged.getMessage()),
                    damaged);
        }
    }

    private byte[] filled(int length) {
        byte[] samples = new byte[length];
        for (int at = 0; fill.length > 0 && at < length; at += fill.length) {
            System.arraycopy(fill, 0, samples, at, fill.length);
        }
        return samples;
    }
}
