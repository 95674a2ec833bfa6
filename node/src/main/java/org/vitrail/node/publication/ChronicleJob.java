package org.vitrail.node.publication;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.jobs.JobConfig;
import org.vitrail.node.jobs.NodeJob;

/** The job that writes a data set's history and catalog entry to the store. */
@ApplicationScoped
class ChronicleJob implements NodeJob {
    static final String NAME = "chronicle";
    private final Chronicle chronicle;
    private final JobConfig config;

    ChronicleJob(Chronicle chronicle, JobConfig config) {
        this.chronicle = chronicle;
        this.config = config;
    }

    @Override
    public Task<?> task() {
        return Tasks.oneTime(NAME, String.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(config.retryAfter()))
                .execute((instance, context) -> chronicle.write(instance.getData()));
    }
}
