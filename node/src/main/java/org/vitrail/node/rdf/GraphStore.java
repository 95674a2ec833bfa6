package org.vitrail.node.rdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The graph on disk, of one process at a time: TDB2 holds a lock in its folder that ends with the process. Transactions are
 * serializable, one writer beside any number of readers. Safe for use by many threads.
 */
final class GraphStore implements AutoCloseable {
    private final DatasetGraph graph;

    private final FileChannel lock;

    private GraphStore(DatasetGraph graph, FileChannel lock) {
        this.graph = graph;
        this.lock = lock;
    }

    /** Another process, or this one a second time, wants a graph that is open. */
    static final class InUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InUse(Path folder) {
            super("The graph in " + folder
                    + " is open in another process; give each its own vitrail.sparql.folder, and the"
                    + " role sparql to one process only");
        }
    }

    /**
     * Opens the graph, an empty one where there is none.
     *
     * @throws InUse when it is open already
     * @throws UncheckedIOException when the folder cannot be written
     * @throws RuntimeException of TDB2 when the files are damaged
     */
    static GraphStore open(Path folder) {
        Path below = folder.resolve("tdb2");
        FileChannel lock = lock(folder, below);
        try {
            return new GraphStore(DatabaseMgr.connectDatasetGraph(Location.create(below)), lock);
        } catch (RuntimeException e) {
            unlock(lock);
            throw e;
        }
    }

    /** Ours beside TDB2's own, so that a graph in use is never taken for a damaged one. Ends with the process. */
    private static FileChannel lock(Path folder, Path below) {
        try {
            Files.createDirectories(below);
            FileChannel channel = FileChannel.open(
                    folder.resolve("vitrail.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write in " + folder + ", the vitrail.sparql.folder", e);
        }
        throw new InUse(folder);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void unlock(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the lock of the graph", e);
        }
    }

    /** Removes the graph's files; it must not be open. */
    static void drop(Path folder) {
        Path below = folder.resolve("tdb2");
        if (!Files.exists(below)) {
            return;
        }
        try (var found = Files.walk(below)) {
            List<Path> files = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + below + "; remove it by hand and start again", e);
        }
    }

    /** Looks at the graph as it was at the last commit, without waiting for a writer. */
    <T> T read(Supplier<T> work) {
        graph.begin(ReadWrite.READ);
        try {
            return work.get();
        } finally {
            graph.end();
        }
    }

    /** All of the work is kept or, when it throws, nothing of it. */
    void write(Runnable work) {
        graph.begin(ReadWrite.WRITE);
        try {
            work.run();
            graph.commit();
        } catch (RuntimeException | Error e) {
            graph.abort();
            throw e;
        } finally {
            graph.end();
        }
    }

    /** To be used inside {@link #read} and {@link #write} only. */
    DatasetGraph graph() {
        return graph;
    }

    @Override
    public void close() {
        try {
            TDBInternal.expel(graph, true);
        } finally {
            unlock(lock);
        }
    }
}
