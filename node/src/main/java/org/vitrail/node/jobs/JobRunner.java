package org.vitrail.node.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.node.access.NodeConfig;

/** Runs the queued jobs while this process has the role of a worker. */
@ApplicationScoped
class JobRunner {
    private final AgroalDataSource source;
    private final List<NodeJob> jobs;
    private final JobConfig config;
    private final NodeConfig node;
    private Scheduler scheduler;

    JobRunner(AgroalDataSource source, @All List<NodeJob> jobs, JobConfig config, NodeConfig node) {
        this.source = source;
        this.jobs = jobs;
        this.config = config;
        this.node = node;
    }

    void start(@Observes @Priority(5000) StartupEvent event) {
        if (!node.roles().contains(NodeConfig.Role.WORKER)) {
            return;
        }
        List<Task<?>> oneTime = new ArrayList<>();
        List<StartupTask> atStart = new ArrayList<>();
        for (NodeJob job : jobs) {
            Task<?> task = job.task();
            if (task instanceof OnStartup) {
                atStart.add(new StartupTask(task));
            } else {
                oneTime.add(task);
            }
        }
        var builder = Scheduler.create(source, oneTime)
                .threads(config.threads())
                .pollingInterval(config.polling())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(config.missedHeartbeats())
                .shutdownMaxWait(config.stopWait())
                .pollUsingLockAndFetch(0.5, 1.0);
        atStart.forEach(task -> task.addTo(builder));
        scheduler = builder.build();
        scheduler.start();
        Log.infof("Worker started: %d kinds of job, %d at once", jobs.size(), config.threads());
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** A recurring task; the builder wants both of its types at once. */
    private record StartupTask(Task<?> task) {
        @SuppressWarnings("unchecked")
        <T extends Task<?> & OnStartup> void addTo(com.github.kagkarlsson.scheduler.SchedulerBuilder builder) {
            builder.startTasks(List.of((T) task));
        }
    }
}
