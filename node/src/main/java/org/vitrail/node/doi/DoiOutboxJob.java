package org.vitrail.node.doi;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.jobs.NodeJob;

/** Empties the outbox again and again; in one process at a time, whatever number of workers there is. */
@ApplicationScoped
class DoiOutboxJob implements NodeJob {
    private final DoiOutbox outbox;
    private final Registrar registrar;
    private final DoiConfig config;
    private final NodeConfig node;

    DoiOutboxJob(DoiOutbox outbox, Registrar registrar, DoiConfig config, NodeConfig node) {
        this.outbox = outbox;
        this.registrar = registrar;
        this.config = config;
        this.node = node;
    }

    @Override
    public Task<?> task() {
        return Tasks.recurring("doi-outbox", FixedDelay.of(config.every())).execute((instance, context) -> run());
    }

    private void run() {
        outbox.settleDemonstration();
        if (node.mode() == NodeConfig.Mode.PRODUCTION) {
            registrar.run();
        }
    }
}
