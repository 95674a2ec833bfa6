package org.vitrail.pixels.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.stream.ImageInputStreamImpl;
import org.vitrail.pixels.UnreadableImage;

/**
 * A PNG as if it had only the chunks that are needed for pixels: the JDK's reader inflates texts and profiles without limit where it meets
 * them.
 */
final class PngStream extends ImageInputStreamImpl {

    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "IDAT", "IEND");

    /** A stretch of the file that is shown; {@code from} counts in what is shown. */
    private record Stretch(long from, long offset, long length) {}

    private final FileChannel file;
    private final List<Stretch> stretches;
    private final long length;

    private PngStream(FileChannel file, List<Stretch> stretches, long length) {
        this.file = file;
        this.stretches = stretches;
        this.length = length;
    }

    static PngStream open(Path path) throws IOException {
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new Stretch(0, 0, PngChunks.SIGNATURE_BYTES));
        PngChunks.walk(path, (chunk, file) -> {
            if (PIXELS.contains(chunk.type())) {
                requireChecksum(path, chunk, file);
                add(stretches, chunk.offset(), chunk.end() - chunk.offset());
            }
        });
        Stretch last = stretches.get(stretches.size() - 1);
        return new PngStream(FileChannel.open(path, StandardOpenOption.READ), stretches, last.from + last.length);
    }

    private static void requireChecksum(Path path, PngChunks.Chunk chunk, FileChannel file) throws IOException {
        CRC32 computed = new CRC32();
        long end = chunk.end() - 4;
        for (long at = chunk.offset() + 4; at < end; ) {
            ByteBuffer piece = PngChunks.data(file, at, (int) Math.min(1 << 16, end - at));
            at += piece.remaining();
            computed.update(piece);
        }
        int stored = PngChunks.data(file, end, 4).getInt();
        if (stored != (int) computed.getValue()) {
            throw new UnreadableImage(
                    "Picture %s is damaged: the checksum of its chunk %s at byte %d does not match. Check that it was copied whole, or save it again."
                            .formatted(path.getFileName(), chunk.type(), chunk.offset()));
        }
    }

    private static void add(List<Stretch> stretches, long offset, long length) {
        Stretch last = stretches.get(stretches.size() - 1);
        if (last.offset + last.length == offset) {
            stretches.set(stretches.size() - 1, new Stretch(last.from, last.offset, last.length + length));
        } else {
            stretches.add(new Stretch(last.from + last.length, offset, length));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        if (streamPos >= length) {
            return -1;
        }
        Stretch stretch = at(streamPos);
        long inside = streamPos - stretch.from;
        int wanted = (int) Math.min(count, stretch.length - inside);
        int got = file.read(ByteBuffer.wrap(bytes, from, wanted), stretch.offset + inside);
        streamPos += Math.max(got, 0);
        return got;
    }

    private Stretch at(long position) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (stretches.get(middle).from <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return stretches.get(low);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
