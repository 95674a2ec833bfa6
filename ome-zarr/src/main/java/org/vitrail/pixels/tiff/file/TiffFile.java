package org.vitrail.pixels.tiff.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.vitrail.pixels.UnreadableImage;

/**
 * One TIFF file and where its directories are; only their offsets are kept, eight bytes a page. TIFF 6.0 §2. Safe for several
 * threads.
 */
public final class TiffFile {

    /** A longer chain of directories is taken for damage. */
    public static final int MOST_PAGES = 1_000_000;

    static final int MOST_ENTRIES = 4096;

    private final Path path;
    private final OpenFiles files;
    private final String name;
    private final long sizeBytes;
    private final ByteOrder order;
    private final boolean big;
    private final long[] pages;

    /** Reads the header and follows the chain of directories. */
    public TiffFile(Path path, OpenFiles files) throws IOException {
        this(path, files, false);
    }

    /** The first page alone, for a look that does not cost more in long files. */
    public static TiffFile firstPage(Path path, OpenFiles files) throws IOException {
        return new TiffFile(path, files, true);
    }

    private TiffFile(Path path, OpenFiles files, boolean firstOnly) throws IOException {
        this.path = path;
        this.files = files;
        this.name = String.valueOf(path.getFileName());
        this.sizeBytes = files.size(path);
        ByteBuffer header = raw(0, 4, ByteOrder.BIG_ENDIAN);
        if (!looksLike(header.array())) {
            throw broken("it does not begin as TIFF does", 0);
        }
        this.order = header.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.big = header.order(order).getShort(2) == 43;
        long first = big ? bytes(8, 8).getLong() : unsigned(bytes(4, 4).getInt());
        this.pages = firstOnly ? new long[] {first} : chain(first);
    }

    /** True when a file begins as TIFF or BigTIFF does. @param head its first bytes, at least 4 */
    public static boolean looksLike(byte[] head) {
        boolean little = head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43) && head[3] == 0;
        boolean large = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
        return little || large;
    }

    /** Brent's search for a circle: one offset is remembered, ever more rarely another. */
    private long[] chain(long first) throws IOException {
        long[] found = new long[16];
        long remembered = 0;
        int count = 0;
        for (long at = first; at != 0; at = next(at)) {
            if (at == remembered) {
                throw broken("its directories form a circle", at);
            }
            if (count == MOST_PAGES) {
                throw broken("it lists more than " + MOST_PAGES + " pages", at);
            }
            if (Integer.bitCount(count) < 2) {
                remembered = at;
            }
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = at;
        }
        if (count == 0) {
            throw broken("it lists no image", 0);
        }
        return Arrays.copyOf(found, count);
    }

    /** Where the directory after the one at that offset begins; 0 when it is the last. */
    public long next(long directory) throws IOException {
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
    public int pageCount() {
        return pages.length;
    }

    /**
     * The directory of a page, counted from 0.
     *
     * @throws UnreadableImage when the file has no such page
     */
    public Ifd page(int page) throws IOException {
        if (page < 0 || page >= pages.length) {
            throw broken("page " + (page + 1L) + " is wanted, it has " + pages.length, 0);
        }
        return directory(pages[page]);
    }

    /** The directory at an offset. */
    public Ifd directory(long at) throws IOException {
        int count = entries(at);
        return new Ifd(this, at, bytes(at + (big ? 8 : 2), count * (big ? 20 : 12)), count);
    }

    Path path() {
        return path;
    }

    /** Its name without folders, for messages. */
    public String name() {
        return name;
    }

    /** Length of the file when it was opened. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** True for BigTIFF, whose offsets have eight bytes. */
    public boolean isBig() {
        return big;
    }

    /** Of all numbers in it. */
    public ByteOrder order() {
        return order;
    }

    /** That many bytes in the file's byte order. */
    public ByteBuffer bytes(long offset, int length) throws IOException {
        return raw(offset, length, order);
    }

    private ByteBuffer raw(long offset, int length, ByteOrder byteOrder) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(checked(offset, length)).order(byteOrder);
        fill(offset, buffer);
        return buffer.flip();
    }

    /** Reads into a part of an array. */
    public void read(long offset, byte[] destination, int from, int length) throws IOException {
        checked(offset, length);
        fill(offset, ByteBuffer.wrap(destination, from, length));
    }

    private void fill(long offset, ByteBuffer buffer) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int got = files.read(path, buffer, at);
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
    public UnreadableImage broken(String what, long offset) {
        return new UnreadableImage(
                "TIFF file %s is damaged at byte %s: %s. Check that it was copied whole, or save it again from the software that made it."
                        .formatted(name, Long.toUnsignedString(offset), what));
    }

    static long unsigned(int value) {
        return value & 0xffffffffL;
    }
}
