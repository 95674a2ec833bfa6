package org.vitrail.node.publication;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.identity.KeptCopies;
import org.vitrail.node.jobs.JobConfig;
import org.vitrail.node.jobs.JobQueue;
import org.vitrail.node.jobs.NodeJob;

/** The job that publishes an accepted deposit. */
@ApplicationScoped
public class PublishJob implements NodeJob {
    private static final String NAME = "publish";
    private final Publishing publishing;
    private final KeptCopies copies;
    private final GatewayPing gateway;
    private final JobQueue queue;
    private final JobConfig config;

    PublishJob(Publishing publishing, KeptCopies copies, GatewayPing gateway, JobQueue queue, JobConfig config) {
        this.publishing = publishing;
        this.copies = copies;
        this.gateway = gateway;
        this.queue = queue;
        this.config = config;
    }

    /** Has an accepted deposit published; call it in the transaction that accepts. */
    public void enqueue(String depositId) {
        queue.enqueue(NAME, depositId, depositId);
    }

    @Override
    public Task<?> task() {
        return Tasks.oneTime(NAME, String.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(config.retryAfter()))
                .execute((instance, context) -> run(instance.getData()));
    }

    void run(String depositId) {
        publishing.begin(depositId).ifPresent(deposit -> {
            copies.replace(deposit);
            publishing.commit(deposit, publishing.writeManifest(deposit));
            gateway.send();
        });
    }
}
