package org.vitrail.node.doi;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.jobs.NodeJob;

/** Empties the outbox again and again. */
@ApplicationScoped
class DoiOutboxJob implements NodeJob {
    private final DoiOutbox outbox;
    private final DoiConfig config;

    DoiOutboxJob(DoiOutbox outbox, DoiConfig config) {
        this.outbox = outbox;
        this.config = config;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("doi-outbox", FixedDelay.of(config.every()))
                .execute((instance, context) -> outbox.settle());
    }
}
