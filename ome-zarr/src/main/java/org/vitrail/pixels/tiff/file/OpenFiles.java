package org.vitrail.pixels.tiff.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of one fileset: opened when first read, and at most so many at a time, the one unused longest closed first. */
public final class OpenFiles implements Closeable {

    /** Further files are opened when one of these can be closed. */
    public static final int MOST_OPEN = 32;

    private final Map<Path, Lease> leases = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    private static final class Lease {
        private final FileChannel channel;
        private int readers;

        Lease(FileChannel channel) {
            this.channel = channel;
        }
    }

    /** Bytes of a file. */
    long size(Path file) throws IOException {
        Lease lease = take(file);
        try {
            return lease.channel.size();
        } finally {
            giveBack(lease);
        }
    }

    /** As {@link FileChannel#read(ByteBuffer, long)}. */
    int read(Path file, ByteBuffer buffer, long position) throws IOException {
        Lease lease = take(file);
        try {
            return lease.channel.read(buffer, position);
        } finally {
            giveBack(lease);
        }
    }

    /** How many are open now. */
    public synchronized int count() {
        return leases.size();
    }

    private synchronized Lease take(Path file) throws IOException {
        if (closed) {
            throw new IOException(file.getFileName() + " was closed");
        }
        Lease lease = leases.get(file);
        if (lease == null || !lease.channel.isOpen()) { // an interrupted reader closes its channel
            lease = new Lease(FileChannel.open(file));
            leases.put(file, lease);
        }
        lease.readers++;
        closeUnused();
        return lease;
    }

    private synchronized void giveBack(Lease lease) throws IOException {
        lease.readers--;
        if (closed && lease.readers == 0) {
            lease.channel.close();
        }
        closeUnused();
    }

    private void closeUnused() throws IOException {
        Iterator<Lease> oldestFirst = leases.values().iterator();
        while (leases.size() > MOST_OPEN && oldestFirst.hasNext()) {
            Lease lease = oldestFirst.next();
            if (lease.readers == 0) {
                oldestFirst.remove();
                lease.channel.close();
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (Lease lease : leases.values()) {
            if (lease.readers == 0) {
                lease.channel.close();
            }
        }
        leases.clear();
    }
}
