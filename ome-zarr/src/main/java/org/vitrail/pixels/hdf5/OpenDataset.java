package org.vitrail.pixels.hdf5;

import io.jhdf.AbstractNode;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/**
 * A data set whose samples can be read.
 *
 * @param dims lengths of its axes
 * @param chunks how many chunks its index holds at most, which is what it costs to keep it open
 */
record OpenDataset(long[] dims, StoredType type, SampleBlocks blocks, long chunks) {

    private static final long MOST_CHUNK_BYTES = 128L << 20;
    private static final long MOST_CHUNKS = 1_000_000;

    /**
     * Opens it and reads the index of its chunks.
     *
     * @throws UnsupportedImage for types and filters that are not read, chunks over 128 MiB and more than a million chunks
     */
    static OpenDataset open(Hdf5File file, String path) {
        GuardedStorage storage = file.storage();
        Dataset dataset = file.dataset(storage, path);
        OpenDataset open = file.guard(path, () -> open(file, path, dataset));
        storage.readPixels();
        return open;
    }

    private static OpenDataset open(Hdf5File file, String path, Dataset dataset) {
        StoredType type = StoredType.of(dataset.getDataType()).orElseThrow(() -> notPixels(file, path));
        long[] dims = dataset.getDimensionsAsLong();
        requireLengths(file, path, dims, type.type().bytes());
        byte[] fill = fill(dataset, type.type().bytes());
        if (dataset instanceof ChunkedDataset chunked) {
            return chunked(file, path, chunked, dims, type, fill);
        }
        if (dataset instanceof ContiguousDataset contiguous && !contiguous.isEmpty()) {
            long address = file.base() + contiguous.getDataAddress();
            requireInside(file, path, dims, type, address);
            return new OpenDataset(dims, type, ContiguousBlocks.of(file, address, dims, type), 1);
        }
        byte[] samples = dataset instanceof CompactDataset compact ? bytes(compact.getDataBuffer()) : null;
        if (samples != null && samples.length < dataset.getSizeInBytes()) {
            throw new UnreadableImage("%s holds %d bytes at %s instead of %d. Save it again."
                    .formatted(file.name(), samples.length, path, dataset.getSizeInBytes()));
        }
        return new OpenDataset(dims, type, small(dims, type, samples, fill), 1);
    }

    private static UnsupportedImage notPixels(Hdf5File file, String path) {
        return new UnsupportedImage(
                "%s has no pixels at %s: integers of 8 to 64 bits and floats of 32 and 64 bits are read. Save it as one of them."
                        .formatted(file.name(), path));
    }

    private static void requireLengths(Hdf5File file, String path, long[] dims, int bytes) {
        long all = bytes;
        for (long length : dims) {
            if (length < 1 || length > Integer.MAX_VALUE) {
                throw new UnreadableImage("%s has an axis of length %d at %s. It is empty or damaged; save it again."
                        .formatted(file.name(), length, path));
            }
            all = Math.multiplyExact(all, length);
        }
    }

    private static void requireInside(Hdf5File file, String path, long[] dims, StoredType type, long address) {
        long bytes = Arrays.stream(dims).reduce(type.type().bytes(), (a, b) -> a * b);
        long size = file.storage().size();
        if (address < 0 || bytes > size - address) {
            throw new UnreadableImage(
                    "%s ends at byte %d, but the pixels of %s end at byte %d. It was cut off: copy it again, whole."
                            .formatted(file.name(), size, path, address + bytes));
        }
    }

    private static OpenDataset chunked(
            Hdf5File file, String path, ChunkedDataset dataset, long[] dims, StoredType type, byte[] fill) {
        int[] shape = dataset.getChunkDimensions();
        long bytes = type.type().bytes();
        long chunks = 1;
        for (int i = 0; i < dims.length; i++) {
            if (shape.length != dims.length || shape[i] < 1) {
                throw new UnreadableImage("%s is damaged at %s: its chunks are %s. Save it again."
                        .formatted(file.name(), path, Arrays.toString(shape)));
            }
            bytes = Math.multiplyExact(bytes, shape[i]);
            chunks = Math.multiplyExact(chunks, (dims[i] + shape[i] - 1) / shape[i]);
        }
        if (bytes > MOST_CHUNK_BYTES || chunks > MOST_CHUNKS) {
            throw new UnsupportedImage(
                    "%s has %d chunks of %d bytes at %s. Up to a million chunks of up to 128 MiB are read; save it anew with chunks of about 1 MiB (h5repack)."
                            .formatted(file.name(), chunks, bytes, path));
        }
        ChunkFilters filters = filters(dataset);
        filters.check(file.name(), path);
        dataset.isEmpty(); // reads the index, as long as the storage still counts
        return new OpenDataset(dims, type, new ChunkedBlocks(file, path, dataset, shape, type, filters, fill), chunks);
    }

    private static ChunkFilters filters(Dataset dataset) {
        FilterPipelineMessage message =
                ((AbstractNode) dataset).getHeader().hasMessageOfType(FilterPipelineMessage.class)
                        ? ((AbstractNode) dataset).getHeader().getMessageOfType(FilterPipelineMessage.class)
                        : null;
        return new ChunkFilters(message == null ? List.of() : message.getFilters());
    }

    /** Bytes of one sample as stored; none when it is zero. */
    private static byte[] fill(Dataset dataset, int size) {
        var header = ((AbstractNode) dataset).getHeader();
        if (!header.hasMessageOfType(FillValueMessage.class)) {
            return new byte[0];
        }
        FillValueMessage message = header.getMessageOfType(FillValueMessage.class);
        byte[] value = message.isFillValueDefined() && message.getFillValue() != null
                ? bytes(message.getFillValue())
                : new byte[0];
        return value.length == size ? value : new byte[0];
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Samples that stand in the header, or were never written; both are small in the file, the latter not in the array. */
    private static SampleBlocks small(long[] dims, StoredType type, byte[] stored, byte[] fill) {
        ContiguousBlocks cut = ContiguousBlocks.of(null, 0, dims, type);
        return new SmallBlocks(cut.blockShape(), dims, type, stored, fill);
    }
}
