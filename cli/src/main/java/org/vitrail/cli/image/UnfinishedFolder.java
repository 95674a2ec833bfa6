package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.pixels.FailureWords;
import org.vitrail.pixels.Printable;

/** A folder that is being written, and that goes away whole when the process is told to stop, whoever still writes. */
final class UnfinishedFolder implements ZarrStore {

    private final Path folder;
    private final ZarrStore store;
    private final ReadWriteLock writing = new ReentrantReadWriteLock(true);

    UnfinishedFolder(Path folder) {
        this.folder = folder;
        this.store = new FolderZarrStore(folder);
    }

    @Override
    public void put(String key, byte[] bytes) {
        writing.readLock().lock();
        try {
            store.put(key, bytes);
        } finally {
            writing.readLock().unlock();
        }
    }

    /** For the very end of the process: from now on every writer waits for ever, so that nothing comes back. */
    void discard() {
        writing.writeLock().lock();
        try {
            Folders.delete(folder);
        } catch (IOException failed) {
            System.err.println(Printable.of(
                    "The unfinished folder " + folder + " could not be removed: " + FailureWords.of(failed) + "."));
        }
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public Optional<byte[]> find(String key) {
        return store.find(key);
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        return store.findRange(key, offset, length);
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        return store.range(key, offset, length);
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return store.suffix(key, length);
    }
}
