package org.vitrail.pixels.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.vitrail.pixels.UnreadableImage;

/**
 * An array that lies in one piece in the file, cut into blocks of up to 1 MiB that lie in one piece too.
 *
 * @param address of the first sample in the file
 */
record ContiguousBlocks(Hdf5File file, long address, long[] dims, int[] blockShape, StoredType type)
        implements SampleBlocks {

    private static final int BLOCK_BYTES = 1 << 20;

    static ContiguousBlocks of(Hdf5File file, long address, long[] dims, StoredType type) {
        return new ContiguousBlocks(file, address, dims, shape(dims, type.type().bytes()), type);
    }

    private static int[] shape(long[] dims, int sampleBytes) {
        int[] shape = new int[dims.length];
        Arrays.fill(shape, 1);
        long room = BLOCK_BYTES / sampleBytes;
        for (int i = dims.length - 1; i >= 0 && room > 1; i--) {
            shape[i] = (int) Math.min(dims[i], room);
            room = shape[i] < dims[i] ? 1 : room / shape[i];
        }
        return shape;
    }

    @Override
    public byte[] read(long[] grid) throws IOException {
        long first = 0;
        long samples = 1;
        for (int i = 0; i < dims.length; i++) {
            long from = grid[i] * blockShape[i];
            first = first * dims[i] + from;
            samples *= Math.min(blockShape[i], dims[i] - from);
        }
        int size = type.type().bytes();
        byte[] bytes = new byte[(int) (samples * size)];
        fill(ByteBuffer.wrap(bytes), address + first * size);
        type.toLittleEndian(bytes);
        return bytes;
    }

    private void fill(ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            int got = file.channel().read(bytes, at);
            if (got < 0) {
                throw new UnreadableImage("%s ends at byte %d inside its pixels. It was cut off: copy it again, whole."
                        .formatted(file.name(), at));
            }
            at += got;
        }
    }
}
