package org.vitrail.node.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Puts jobs into the queue, inside the caller's transaction: a job exists exactly if what it is about exists. */
@ApplicationScoped
public class JobQueue {
    private final SchedulerClient client;
    private final Clock clock;

    JobQueue(AgroalDataSource source, Clock clock) {
        this.client = SchedulerClient.Builder.create(source).build();
        this.clock = clock;
    }

    /**
     * Adds a job unless the same one is waiting or running.
     *
     * @param task name of the task
     * @param instance identity of the job within its task
     * @param data what the job is told
     */
    public void enqueue(String task, String instance, String data) {
        client.scheduleIfNotExists(new TaskInstance<>(task, instance, data), clock.instant());
    }
}
