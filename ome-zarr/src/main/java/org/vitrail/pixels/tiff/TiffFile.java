package org.vitrail.pixels.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.vitrail.pixels.UnreadableImage;

/**
 * One open TIFF file and where its directories are; only their offsets are kept, eight bytes a page. TIFF 6.0 §2. Safe for several
 * threads.
 */
final class TiffFile implements Closeable {

    static final int MOST_PAGES = 1_000_000;
    static final int MOST_ENTRIES = 4096;

    private final FileChannel channel;
    private final String name;
    private final long sizeBytes;
    private final ByteOrder order;
    private final boolean big;
    private final long[] pages;

    /** Reads the header and follows the chain of directories. */
    TiffFile(Path file) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.channel = FileChannel.open(file);
        try {
            this.sizeBytes = channel.size();
            ByteBuffer header = raw(0, 4, ByteOrder.BIG_ENDIAN);
            this.order = header.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            this.big = header.order(order).getShort(2) == 43;
            this.pages =
                    chain(big ? bytes(8, 8).getLong() : unsigned(bytes(4, 4).getInt()));
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private long[] chain(long first) throws IOException {
        long[] found = new long[16];
        Set<Long> seen = new HashSet<>();
        int count = 0;
        for (long at = first; at != 0; at = next(at)) {
            if (!seen.add(at)) {
                throw broken("its directories form a circle", at);
            }
            if (count == MOST_PAGES) {
                throw broken("it lists more than " + MOST_PAGES + " pages", at);
            }
            found = count == found.length ? java.util.Arrays.copyOf(found, count * 2) : found;
            found[count++] = at;
        }
        if (count == 0) {
            throw broken("it lists no image", 0);
        }
        return java.util.Arrays.copyOf(found, count);
    }

    private long next(long directory) throws IOException {
        long at = directory + (big ? 8 : 2) + (long) entries(directory) * (big ? 20 : 12);
        return big ? bytes(at, 8).getLong() : unsigned(bytes(at, 4).getInt());
    }

    private int entries(long directory) throws IOException {
        long count = big ? bytes(directory, 8).getLong() : bytes(directory, 2).getShort() & 0xffff;
        if (count < 1 || count > MOST_ENTRIES) {
            throw broken("its directory claims " + Long.toUnsignedString(count) + " entries", directory);
        }
        return (int) count;
    }

    /** Number of pages. */
    int pageCount() {
        return pages.length;
    }

    /** The directory of a page. */
    Ifd page(int page) throws IOException {
        long at = pages[page];
        int count = entries(at);
        return new Ifd(this, at, bytes(at + (big ? 8 : 2), count * (big ? 20 : 12)), count);
    }

    long pageOffset(int page) {
        return pages[page];
    }

    String name() {
        return name;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    boolean isBig() {
        return big;
    }

    ByteOrder order() {
        return order;
    }

    /** That many bytes in the file's byte order. */
    ByteBuffer bytes(long offset, int length) throws IOException {
        return raw(offset, length, order);
    }

    private ByteBuffer raw(long offset, int length, ByteOrder byteOrder) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(checked(offset, length)).order(byteOrder);
        fill(offset, buffer);
        return buffer.flip();
    }

    /** Reads into a part of an array. */
    void read(long offset, byte[] destination, int from, int length) throws IOException {
        checked(offset, length);
        fill(offset, ByteBuffer.wrap(destination, from, length));
    }

    private void fill(long offset, ByteBuffer buffer) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int got = channel.read(buffer, at);
            if (got < 0) {
                throw broken("it ends too early", at);
            }
            at += got;
        }
    }

    private int checked(long offset, int length) {
        if (offset < 0 || length < 0 || offset > sizeBytes - length) {
            throw broken(
                    "it ends too early: %d bytes are wanted, the file has %d".formatted(length, sizeBytes), offset);
        }
        return length;
    }

    /** What is said of a damaged file. */
    UnreadableImage broken(String what, long offset) {
        return new UnreadableImage(
                "TIFF file %s is damaged at byte %s: %s. Check that it was copied whole, or save it again from the software that made it."
                        .formatted(name, Long.toUnsignedString(offset), what));
    }

    static long unsigned(int value) {
        return value & 0xffffffffL;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
