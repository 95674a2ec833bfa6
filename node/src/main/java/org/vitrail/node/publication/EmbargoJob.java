package org.vitrail.node.publication;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.vitrail.node.database.Database;
import org.vitrail.node.jobs.NodeJob;

/** Opens what was embargoed once its day has come (in UTC), as a metadata revision that harvesters see. */
@ApplicationScoped
class EmbargoJob implements NodeJob {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private final Database database;
    private final Revisions revisions;
    private final Clock clock;

    EmbargoJob(Database database, Revisions revisions, Clock clock) {
        this.database = database;
        this.revisions = revisions;
        this.clock = clock;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("embargo", FixedDelay.of(EVERY)).execute((instance, context) -> liftDue());
    }

    /** Opens all data sets whose embargo has ended. */
    void liftDue() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        List<String> due = database.list("""
                select v.accession from version v join dataset d
                    on d.accession = v.accession and d.latest_version = v.version
                 where d.state = 'published' and v.description ->> 'access' = 'embargoed'
                   and v.description ->> 'embargoUntil' <= ?
                """, row -> row.text("accession"), today.toString());
        due.forEach(accession -> {
            revisions.liftEmbargo(accession, today);
            Log.infof("Embargo of %s lifted", accession);
        });
    }
}
