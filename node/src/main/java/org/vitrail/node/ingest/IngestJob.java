package org.vitrail.node.ingest;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.vitrail.node.database.DatabaseFailed;
import org.vitrail.node.jobs.JobConfig;
import org.vitrail.node.jobs.NodeJob;
import org.vitrail.omezarr.ZarrStoreFailure;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.store.ObjectStoreException;

/** The job that converts one fileset. What the image cannot help is tried again; what it can is told to its depositor. */
@ApplicationScoped
class IngestJob implements NodeJob {
    static final String NAME = "ingest";
    private static final int TRIES_AT_THE_UNEXPECTED = 3;

    /** Restarts of a node interrupt, too: that many in a row without an image are the file's doing. */
    private static final int MOST_INTERRUPTIONS = 5;

    private final Ingest ingest;
    private final JobConfig config;

    IngestJob(Ingest ingest, JobConfig config) {
        this.ingest = ingest;
        this.config = config;
    }

    @Override
    public Task<?> task() {
        return Tasks.oneTime(NAME, String.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(config.retryAfter()))
                .execute((instance, context) -> run(
                        filesetId(instance.getId()), instance.getData(), context.getExecution().consecutiveFailures));
    }

    private static String filesetId(String instance) {
        return instance.substring(0, instance.indexOf('-'));
    }

    /** @param failures how often this job failed before */
    void run(String filesetId, String inputDigest, int failures) {
        Optional<Fileset> claimed = ingest.claim(filesetId, inputDigest);
        if (claimed.isEmpty()) {
            return;
        }
        if (claimed.get().interruptions() >= MOST_INTERRUPTIONS) {
            Log.errorf(
                    "Fileset %s ended its process time and again", claimed.get().id());
            ingest.refuse(
                    claimed.get(),
                    "Its conversion ended together with the node's process " + MOST_INTERRUPTIONS
                            + " times in a row, so that it is not tried again: its files may be damaged in a way that stops the"
                            + " program. Convert them yourself, for example to OME-TIFF, and upload that. The operator finds more"
                            + " in the node's log under fileset "
                            + claimed.get().id() + ".");
            return;
        }
        try {
            ingest.convert(claimed.get());
        } catch (RefusedImage | UnreadableImage | UnsupportedImage refused) {
            ingest.refuse(claimed.get(), refused.getMessage());
        } catch (ZarrStoreFailure | ObjectStoreException | DatabaseFailed | UncheckedIOException outside) {
            giveBack(claimed.get(), outside);
            throw outside;
        } catch (RuntimeException unexpected) {
            if (failures + 1 < TRIES_AT_THE_UNEXPECTED) {
                giveBack(claimed.get(), unexpected);
                throw unexpected;
            }
            Log.errorf(
                    unexpected, "Fileset %s cannot be converted", claimed.get().id());
            ingest.refuse(
                    claimed.get(),
                    "It could not be converted, for a reason that the node did not foresee. The operator finds it in the"
                            + " node's log under fileset " + claimed.get().id() + ".");
        }
    }

    /** So that the attempt does not count as one that ended with its process. */
    private void giveBack(Fileset claimed, RuntimeException failed) {
        try {
            ingest.giveBack(claimed);
        } catch (DatabaseFailed alsoDown) {
            failed.addSuppressed(alsoDown);
        }
    }
}
