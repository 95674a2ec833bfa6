package org.vitrail.node.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.store.ObjectStore;

/** Local copies of received files while they are being read; nothing stays afterwards. */
@ApplicationScoped
public class Scratch {
    private final Path folder;
    private final long limitBytes;
    private final ObjectStore store;

    Scratch(IngestConfig config, NodeConfig node, ObjectStore store) {
        this.folder = config.scratch()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "vitrail-ingest-" + node.name()));
        this.limitBytes = config.scratchLimit().asLongValue();
        this.store = store;
    }

    /**
     * A folder for one attempt; what a killed attempt at the same task left is removed.
     *
     * @param task name of what it is for, without a hyphen
     * @param attempt differs where two may be under way at once
     * @throws RefusedImage when the files are larger than this node takes
     */
    public Path open(String task, long attempt, long sizeBytes) {
        if (sizeBytes > limitBytes) {
            throw new RefusedImage("Its files have " + sizeBytes + " bytes; this node converts images of up to "
                    + limitBytes + " bytes. Ask the node's operator to raise vitrail.ingest.scratch-limit.");
        }
        try {
            Files.createDirectories(folder);
            try (Stream<Path> left = Files.list(folder)) {
                left.filter(path -> path.getFileName().toString().startsWith(task + "-"))
                        .forEach(this::remove);
            }
            return Files.createDirectory(folder.resolve(task + "-" + attempt));
        } catch (IOException e) {
            throw new UncheckedIOException("scratch folder " + folder, e);
        }
    }

    /** Copies files below a folder under their own paths, because files of one image name each other. */
    public List<Path> fetch(Path into, List<HeldFile> files) {
        return files.stream().map(file -> fetch(into, file)).toList();
    }

    /** Copies one file, unless it is there already. */
    public Path fetch(Path into, HeldFile file) {
        Path target = into.resolve(file.path()).normalize();
        if (!target.startsWith(into)) {
            throw new IllegalStateException("file " + file.fileId() + " leaves the scratch folder");
        }
        if (Files.isRegularFile(target)) {
            return target;
        }
        try (InputStream bytes = store.open(file.objectKey())) {
            Files.createDirectories(target.getParent());
            Files.copy(bytes, target);
            return target;
        } catch (FileAlreadyExistsException taken) {
            throw new RefusedImage("The path \"" + file.path() + "\" is a file and a folder at once among the files of"
                    + " this image. Rename one of them in the description and upload it again.");
        } catch (IOException e) {
            throw new UncheckedIOException("fetching " + file.objectKey(), e);
        }
    }

    /** Removes a folder with all that is in it. */
    public void remove(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing " + path, e);
        }
    }
}
