package org.vitrail.node.rdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
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
    private static final String PREFIX = "graph-";
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
        FileChannel lock = lock(folder);
        try {
            Path below = place(folder);
            return new GraphStore(DatabaseMgr.connectDatasetGraph(Location.create(below)), lock);
        } catch (RuntimeException e) {
            unlock(lock);
            throw e;
        }
    }

    /**
     * The place of the graph that is there, or a new name: within a process TDB2 does not let go of a name whose files it could
     * not open.
     */
    private static Path place(Path folder) {
        try (var found = Files.list(folder)) {
            Path below = found.filter(GraphStore::isGraph)
                    .findFirst()
                    .orElseGet(() -> folder.resolve(PREFIX + Long.toString(System.nanoTime(), 36)));
            return Files.createDirectories(below);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write in " + folder + ", the vitrail.sparql.folder", e);
        }
    }

    private static boolean isGraph(Path path) {
        return path.getFileName().toString().startsWith(PREFIX);
    }

    /** Ours beside TDB2's own, so that a graph in use is never taken for a damaged one. Ends with the process. */
    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
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
        if (!Files.exists(folder)) {
            return;
        }
        try (var found = Files.list(folder)) {
            for (Path below : found.filter(GraphStore::isGraph).toList()) {
                remove(below);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder + "; empty it by hand and start again", e);
        }
    }

    private static void remove(Path below) throws IOException {
        try (var found = Files.walk(below)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
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
