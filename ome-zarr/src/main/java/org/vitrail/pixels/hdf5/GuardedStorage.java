package org.vitrail.pixels.hdf5;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What jhdf reads a file through. It allocates only what the file can hold, and stops a structure that is read without end, such as a
 * group that is its own child; jhdf's own storage allocates whatever number the file names.
 */
final class GuardedStorage implements HdfBackingStorage {

    private static final int MOST_AT_ONCE = 160 << 20;
    private static final long MOST_STRUCTURE = 64L << 20;

    private final FileChannel channel;
    private final Superblock superblock;
    private final OpaqueTypes opaque;
    private final long size;
    private final AtomicLong structure = new AtomicLong();
    private volatile boolean pixels;

    GuardedStorage(FileChannel channel, Superblock superblock, OpaqueTypes opaque) throws IOException {
        this.channel = channel;
        this.superblock = superblock;
        this.opaque = opaque;
        this.size = channel.size();
    }

    /** From now on pixels are read, of which there is no end. */
    void readPixels() {
        pixels = true;
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return read(address + superblock.getBaseAddressByte(), length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return read(address + superblock.getBaseAddressByte(), length);
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return read(address, length);
    }

    private ByteBuffer read(long at, long length) {
        if (at < 0 || length < 0 || at > size || length > size - at || length > MOST_AT_ONCE) {
            throw new HdfException("%d bytes at byte %d are not in the file".formatted(length, at));
        }
        if (!pixels && structure.addAndGet(length + 64) > MOST_STRUCTURE) {
            throw new HdfException("its structure goes on for more than 64 MiB");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (long from = at; buffer.hasRemaining(); ) {
                int got = channel.read(buffer, from);
                if (got < 0) {
                    throw new HdfException("the file became shorter while it was read");
                }
                from += got;
            }
        } catch (IOException failed) {
            throw new HdfException("byte " + at + " could not be read", failed);
        }
        buffer.flip();
        if (!pixels) {
            StructureCounts.check(buffer);
            opaque.replace(buffer);
        }
        return buffer;
    }

    @Override
    public long getUserBlockSize() {
        return superblock.getBaseAddressByte();
    }

    @Override
    public Superblock getSuperblock() {
        return superblock;
    }

    @Override
    public FileChannel getFileChannel() {
        return channel;
    }

    @Override
    public int getSizeOfOffsets() {
        return superblock.getSizeOfOffsets();
    }

    @Override
    public int getSizeOfLengths() {
        return superblock.getSizeOfLengths();
    }

    @Override
    public void close() {
        // the channel belongs to the file, which several storages share
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean inMemory() {
        return true;
    }
}
