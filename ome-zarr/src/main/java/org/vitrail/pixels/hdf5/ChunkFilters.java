package org.vitrail.pixels.hdf5;

import com.github.luben.zstd.Zstd;
import io.jhdf.filter.LzfFilter;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vitrail.pixels.UnsupportedImage;

/**
 * Undoes what was done to a chunk before it was stored, and never makes more bytes than the chunk has. HDF5 format specification
 * §IV.A.2.l; registered filters 32000 (lzf) and 32015 (zstd).
 *
 * @param filters in the order in which they were applied
 */
record ChunkFilters(List<FilterInfo> filters) {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;
    private static final int LZF = 32000;
    private static final int ZSTD = 32015;

    ChunkFilters {
        filters = List.copyOf(filters);
    }

    /** Refuses others. */
    void check(String file, String dataset) {
        List<FilterInfo> others =
                filters.stream().filter(filter -> !isKnown(filter.getId())).toList();
        if (!others.isEmpty()) {
            throw new UnsupportedImage(
                    "%s is compressed at %s by %s. None, deflate, shuffle, fletcher32, lzf and zstd are read; save it anew with one of them (h5repack)."
                            .formatted(
                                    file,
                                    dataset,
                                    others.stream()
                                            .map(filter -> "filter " + filter.getId())
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static boolean isKnown(int id) {
        return id == DEFLATE || id == SHUFFLE || id == FLETCHER || id == LZF || id == ZSTD;
    }

    /**
     * The chunk's samples.
     *
     * @param length of the chunk in bytes
     * @throws DataFormatException when the stored bytes are damaged
     */
    byte[] decode(byte[] stored, int length) throws DataFormatException {
        byte[] bytes = stored;
        for (int i = filters.size() - 1; i >= 0; i--) {
            bytes = undo(filters.get(i), bytes, length);
        }
        if (bytes.length != length) {
            throw new DataFormatException("it holds %d bytes instead of %d".formatted(bytes.length, length));
        }
        return bytes;
    }

    private static byte[] undo(FilterInfo filter, byte[] bytes, int length) throws DataFormatException {
        return switch (filter.getId()) {
            case SHUFFLE -> unshuffle(bytes, filter.getData().length > 0 ? filter.getData()[0] : 1);
            case FLETCHER -> withoutChecksum(bytes);
            default -> unpack(filter.getId(), bytes, length);
        };
    }

    /**
     * The library leaves a chunk as it is where packing would make it longer, and notes that in a mask that jhdf does not hand out. Such
     * a chunk has the full length, and does not unpack.
     */
    private static byte[] unpack(int id, byte[] bytes, int length) throws DataFormatException {
        try {
            return switch (id) {
                case DEFLATE -> inflate(bytes, length);
                case LZF -> new LzfFilter().decode(bytes, new int[] {0, 0, length});
                default -> zstd(bytes, length);
            };
        } catch (DataFormatException | RuntimeException notPacked) {
            if (bytes.length == length) {
                return bytes;
            }
            throw notPacked;
        }
    }

    private static byte[] inflate(byte[] bytes, int length) throws DataFormatException {
        byte[] out = new byte[length + 4];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int done = 0;
            for (int got = 1; got > 0 && !inflater.finished(); done += got) {
                got = inflater.inflate(out, done, out.length - done);
            }
            if (!inflater.finished()) {
                throw new DataFormatException("its packed bytes end too early, or never");
            }
            return Arrays.copyOf(out, done);
        } finally {
            inflater.end();
        }
    }

    private static byte[] zstd(byte[] bytes, int length) throws DataFormatException {
        byte[] out = new byte[length + 4];
        long done = Zstd.decompressByteArray(out, 0, out.length, bytes, 0, bytes.length);
        if (Zstd.isError(done)) {
            throw new DataFormatException("zstd: " + Zstd.getErrorName(done));
        }
        return Arrays.copyOf(out, (int) done);
    }

    private static byte[] unshuffle(byte[] bytes, int size) {
        if (size <= 1 || size > bytes.length) {
            return bytes;
        }
        byte[] out = bytes.clone();
        int count = bytes.length / size;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < count; j++) {
                out[j * size + i] = bytes[i * count + j];
            }
        }
        return out;
    }

    private static byte[] withoutChecksum(byte[] bytes) throws DataFormatException {
        int length = bytes.length - 4;
        if (length < 0) {
            throw new DataFormatException("it is shorter than its checksum");
        }
        int stored = 0;
        for (int i = 3; i >= 0; i--) {
            stored = stored << 8 | bytes[length + i] & 0xff;
        }
        int computed = fletcher32(bytes, length);
        // versions of the library before 1.6.3 swapped the two bytes of each half
        int swapped = (computed & 0xff00ff00) >>> 8 | (computed & 0x00ff00ff) << 8;
        if (stored != computed && stored != swapped) {
            throw new DataFormatException("its checksum (fletcher32) does not match");
        }
        return Arrays.copyOf(bytes, length);
    }

    private static int fletcher32(byte[] bytes, int length) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < length; i += 2) {
            int second = i + 1 < length ? bytes[i + 1] & 0xff : 0;
            low = (low + ((bytes[i] & 0xff) << 8 | second)) % 65_535;
            high = (high + low) % 65_535;
        }
        return (int) (high << 16 | low);
    }
}
