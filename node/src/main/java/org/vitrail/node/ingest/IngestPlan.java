package org.vitrail.node.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositChanged;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.jobs.JobQueue;
import org.vitrail.schema.dataset.Accession;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;

/**
 * Decides, whenever a deposit changes, which of its images have to be converted: those whose files are all stored and whose
 * input is new. Runs inside the transaction of the change.
 */
@ApplicationScoped
class IngestPlan {
    private final DepositStore deposits;
    private final DepositContents contents;
    private final FilesetStore filesets;
    private final JobQueue queue;
    private final SecureRandom random;

    IngestPlan(
            DepositStore deposits,
            DepositContents contents,
            FilesetStore filesets,
            JobQueue queue,
            SecureRandom random) {
        this.deposits = deposits;
        this.contents = contents;
        this.filesets = filesets;
        this.queue = queue;
        this.random = random;
    }

    private record Place(int imageSet, int image) {}

    void onChange(@Observes DepositChanged change) {
        Deposit deposit = deposits.find(change.depositId()).orElseThrow();
        Map<String, HeldFile> stored = contents.listFiles(deposit).stream()
                .filter(HeldFile::stored)
                .collect(Collectors.toMap(HeldFile::path, Function.identity()));
        Map<Place, Fileset> known = new HashMap<>();
        filesets.listOfDeposit(deposit.id())
                .forEach(fileset -> known.put(new Place(fileset.imageSet(), fileset.image()), fileset));
        List<ImageSet> sets = deposit.description().imageSets();
        for (int s = 0; s < sets.size(); s++) {
            List<ImageDescription> images = sets.get(s).images();
            for (int i = 0; i < images.size(); i++) {
                Fileset before = known.remove(new Place(s, i));
                Fileset fileset = before == null ? added(deposit, s, i) : before;
                plan(deposit, fileset, ConversionInput.find(images.get(i), stored), change.retryRefused());
            }
        }
        known.values().forEach(gone -> filesets.delete(gone.id()));
    }

    private Fileset added(Deposit deposit, int imageSet, int image) {
        Fileset fileset = Fileset.waiting(Accession.mint(random), deposit.id(), imageSet, image);
        filesets.insert(fileset);
        return fileset;
    }

    private void plan(Deposit deposit, Fileset fileset, Optional<ConversionInput> input, boolean retryRefused) {
        if (input.isEmpty()) {
            if (!fileset.isWaitingForFiles()) {
                filesets.renew(fileset, "uploading", null);
            }
            return;
        }
        String digest = input.get().digest();
        boolean unchanged = digest.equals(fileset.inputDigest());
        if (unchanged && !(fileset.isRefused() && retryRefused)) {
            return;
        }
        Optional<String> converted = filesets.findConverted(deposit.accession(), digest);
        if (converted.isPresent()) {
            filesets.adopt(fileset, converted.get(), digest);
        } else if (input.get().findNotKept().isPresent()) {
            String path = input.get().findNotKept().get().path();
            filesets.renew(fileset, "refused", digest);
            filesets.explain(
                    fileset,
                    "The file \"" + path + "\" was not kept when it was published, because it reveals persons. To"
                            + " convert it in another way, upload it again.");
        } else {
            filesets.renew(fileset, "uploaded", digest);
            queue.enqueue(IngestJob.NAME, fileset.id() + "-" + (fileset.attempt() + 1), digest);
        }
    }
}
