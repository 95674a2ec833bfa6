package org.vitrail.node.identity;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.findings.Findings;
import org.vitrail.node.ingest.RefusedImage;
import org.vitrail.node.ingest.Scratch;
import org.vitrail.store.ObjectNotFound;
import org.vitrail.store.ObjectStore;

/**
 * Replaces files that reveal persons by copies that do not, or by nothing where that cannot be done or proved.
 *
 * <p>The copy is written over the original, under the same key, so that there is no moment at which both exist; done again after an
 * interruption, it finds its own copy and comes to the same.
 */
@ApplicationScoped
public class KeptCopies {
    private static final String ANY = "application/octet-stream";
    private final DepositContents contents;
    private final Findings findings;
    private final KeptFileStore files;
    private final Scratch scratch;
    private final ObjectStore store;

    KeptCopies(DepositContents contents, Findings findings, KeptFileStore files, Scratch scratch, ObjectStore store) {
        this.contents = contents;
        this.findings = findings;
        this.files = files;
        this.scratch = scratch;
        this.store = store;
    }

    /** Leaves nothing in the files kept of a deposit that its findings say is removed. */
    public void replace(Deposit deposit) {
        for (FileGroup group : FileGroup.of(deposit, contents.listFiles(deposit))) {
            Set<String> revealing = Set.copyOf(findings.listRevealing(deposit.id()));
            if (group.files().stream().anyMatch(file -> revealing.contains(file.fileId()))) {
                replace(group, revealing);
            }
        }
    }

    private void replace(FileGroup group, Set<String> revealing) {
        List<HeldFile> affected = group.files().stream()
                .filter(file -> revealing.contains(file.fileId()))
                .toList();
        Path folder;
        try {
            folder = scratch.open(affected.getFirst().fileId(), 0, group.sizeBytes());
        } catch (RefusedImage tooLarge) {
            affected.forEach(this::drop);
            return;
        }
        try {
            CleanCopies copies = copies(group, revealing, folder);
            for (HeldFile file : affected) {
                if (copies.isClean(file)) {
                    keep(file, copies.path(file));
                } else {
                    drop(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying file " + affected.getFirst().fileId(), e);
        } finally {
            scratch.remove(folder);
        }
    }

    private CleanCopies copies(FileGroup group, Set<String> revealing, Path folder) throws IOException {
        Path originals = Files.createDirectory(folder.resolve("originals"));
        CleanCopies copies = new CleanCopies(Files.createDirectory(folder.resolve("copies")), group.axes());
        List<HeldFile> there = new ArrayList<>(group.files());
        there.removeIf(file -> !file.kept());
        for (HeldFile file : there) {
            try {
                Path original = scratch.fetch(originals, file);
                copies.add(file, original, revealing.contains(file.fileId()));
                Files.deleteIfExists(original);
            } catch (ObjectNotFound droppedBefore) {
                Log.infof("File %s has no object any more", file.fileId());
            }
        }
        copies.prove();
        return copies;
    }

    private void keep(HeldFile file, Path copy) throws IOException {
        store.put(file.objectKey(), copy, ANY);
        files.markReplaced(file.fileId(), Sha256.of(copy), Files.size(copy));
        Log.infof("File %s is kept without what reveals persons", file.fileId());
    }

    private void drop(HeldFile file) {
        store.delete(file.objectKey());
        files.markNotKept(file.fileId());
        Log.infof("File %s is not kept, because it reveals persons", file.fileId());
    }
}
