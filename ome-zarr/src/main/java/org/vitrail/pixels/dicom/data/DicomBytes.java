package org.vitrail.pixels.dicom.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.vitrail.pixels.UnreadableImage;

/** The bytes of a file, open for one thread, with the last few KiB kept so that small reads are cheap. */
public final class DicomBytes implements Closeable {

    private static final int WINDOW_BYTES = 16 << 10;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
    private long windowAt;

    /**
     * Opens the file.
     *
     * @param name that messages use
     */
    public DicomBytes(Path file, String name) throws IOException {
        this.name = name;
        this.channel = FileChannel.open(file);
        this.size = channel.size();
        window.limit(0);
    }

    /** Bytes in the file. */
    public long size() {
        return size;
    }

    /** Name of the file, without folders. */
    public String name() {
        return name;
    }

    /** An unsigned number of 16 bits. */
    public int u16(long at, ByteOrder order) throws IOException {
        return seek(at, 2, order).getShort((int) (at - windowAt)) & 0xffff;
    }

    /** A number of 32 bits. */
    public int i32(long at, ByteOrder order) throws IOException {
        return seek(at, 4, order).getInt((int) (at - windowAt));
    }

    /** An unsigned number of 32 bits. */
    public long u32(long at, ByteOrder order) throws IOException {
        return i32(at, order) & 0xffffffffL;
    }

    /** A tag: two numbers of 16 bits. */
    public int tag(long at, ByteOrder order) throws IOException {
        return u16(at, order) << 16 | u16(at + 2, order);
    }

    /** That many bytes; callers have bounded the number. */
    public byte[] bytes(long at, int length) throws IOException {
        check(at, length);
        byte[] made = new byte[length];
        read(at, made, 0, length);
        return made;
    }

    /** Reads into a part of an array. */
    public void read(long at, byte[] destination, int from, int length) throws IOException {
        check(at, length);
        if (length <= WINDOW_BYTES / 4) {
            seek(at, length, ByteOrder.LITTLE_ENDIAN).get((int) (at - windowAt), destination, from, length);
        } else {
            fill(at, ByteBuffer.wrap(destination, from, length));
        }
    }

    private ByteBuffer seek(long at, int length, ByteOrder order) throws IOException {
        if (at < windowAt || at + length > windowAt + window.limit()) {
            check(at, length);
            window.clear().limit((int) Math.min(WINDOW_BYTES, size - at));
            windowAt = at;
            fill(at, window);
        }
        return window.order(order);
    }

    private void check(long at, long length) {
        if (at < 0 || at > size - length) {
            throw broken("it ends too early: %d bytes are wanted, the file has %d".formatted(length, size), at);
        }
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

    /** What is said of a damaged file. */
    public UnreadableImage broken(String what, long at) {
        return broken(name, what, at);
    }

    /** What is said of a damaged file of that name. */
    public static UnreadableImage broken(String name, String what, long at) {
        return new UnreadableImage(
                "DICOM file %s is damaged at byte %d: %s. Check that it was copied whole, or export it again."
                        .formatted(name, at, what));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
