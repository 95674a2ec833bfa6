package org.vitrail.node.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.findings.Findings;
import org.vitrail.node.ingest.RefusedImage;
import org.vitrail.node.ingest.Scratch;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.identity.IdentityFinding;

/** Looks through files that no conversion reads: documents, and images whose pixels are known already. */
@ApplicationScoped
class Inspection {
    private final DepositStore deposits;
    private final DepositContents contents;
    private final Findings findings;
    private final Scratch scratch;

    Inspection(DepositStore deposits, DepositContents contents, Findings findings, Scratch scratch) {
        this.deposits = deposits;
        this.contents = contents;
        this.findings = findings;
        this.scratch = scratch;
    }

    /** Looks through a file, unless that was done or it is gone. */
    void inspect(String depositId, String fileId) {
        if (!findings.listUninspected(depositId).contains(fileId)) {
            return;
        }
        Deposit deposit = deposits.find(depositId).orElseThrow();
        Optional<FileGroup> group = FileGroup.of(deposit, contents.listFiles(deposit)).stream()
                .filter(candidate -> candidate.has(fileId))
                .findFirst();
        group.ifPresent(found -> findings.record(found.files(), look(found, fileId)));
    }

    private List<IdentityFinding> look(FileGroup group, String task) {
        Path folder;
        try {
            folder = scratch.open(task, 0, group.sizeBytes());
        } catch (RefusedImage tooLarge) {
            return group.files().stream().map(Documents::unsearchable).toList();
        }
        try {
            List<HeldFile> kept = group.files().stream().filter(HeldFile::kept).toList();
            List<Path> local = scratch.fetch(folder, kept);
            return read(group, kept, local);
        } catch (IOException e) {
            throw new UncheckedIOException("looking through file " + task, e);
        } finally {
            scratch.remove(folder);
        }
    }

    private static List<IdentityFinding> read(FileGroup group, List<HeldFile> files, List<Path> local)
            throws IOException {
        try (Fileset content = ImageReaders.openAll(local, group.axes())) {
            return content.findings();
        } catch (PixelsException noImage) {
            List<IdentityFinding> found = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                found.addAll(Documents.findings(files.get(i), local.get(i)));
            }
            return found;
        }
    }
}
