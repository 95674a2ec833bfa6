package org.vitrail.pixels.hdf5;

/**
 * An array that stands in its header (compact layout, below 64 KiB) or was never written and is all fill value.
 *
 * @param stored null when it was never written
 */
record SmallBlocks(int[] blockShape, long[] dims, StoredType type, byte[] stored, byte[] fill) implements SampleBlocks {

    @Override
    public byte[] read(long[] grid) {
        int length = type.type().bytes();
        for (int side : blockShape) {
            length *= side;
        }
        byte[] samples = stored != null ? java.util.Arrays.copyOf(stored, length) : new byte[length];
        for (int at = 0; stored == null && fill.length > 0 && at < length; at += fill.length) {
            System.arraycopy(fill, 0, samples, at, fill.length);
        }
        type.toLittleEndian(samples);
        return samples;
    }
}
