package org.vitrail.node.identity;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.jobs.JobConfig;
import org.vitrail.node.jobs.NodeJob;

/** The job that looks through one file, with those that are read together with it. */
@ApplicationScoped
class InspectionJob implements NodeJob {
    static final String NAME = "inspect";
    private final Inspection inspection;
    private final JobConfig config;

    InspectionJob(Inspection inspection, JobConfig config) {
        this.inspection = inspection;
        this.config = config;
    }

    @Override
    public Task<?> task() {
        return Tasks.oneTime(NAME, String.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(config.retryAfter()))
                .execute((instance, context) -> inspection.inspect(instance.getData(), instance.getId()));
    }
}
