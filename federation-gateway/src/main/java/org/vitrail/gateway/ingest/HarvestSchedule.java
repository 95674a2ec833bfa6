package org.vitrail.gateway.ingest;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.RegisteredNode;

/**
 * Decides when a node is harvested: soon after the start, then in turn, and soon after a ping; a node that pings often is
 * harvested once for all of its pings. Each run has a thread of its own, so that a slow node holds up nobody.
 */
@ApplicationScoped
public class HarvestSchedule {
    private static final Logger LOG = Logger.getLogger(HarvestSchedule.class);

    private final NodeRegistry registry;
    private final NodeHarvest harvest;
    private final IndexFeed feed;
    private final RecordStore records;
    private final HarvestConfig config;
    private final Clock clock;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;

    /** @param due when the next run begins */
    private record Turn(Instant due, boolean running, Instant started, String trigger) {}

    HarvestSchedule(
            NodeRegistry registry,
            NodeHarvest harvest,
            IndexFeed feed,
            RecordStore records,
            HarvestConfig config,
            Clock clock) {
        this.registry = registry;
        this.harvest = harvest;
        this.feed = feed;
        this.records = records;
        this.config = config;
        this.clock = clock;
        this.places = new Semaphore(config.concurrent());
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (config.enabled()) {
            registry.listNodes().forEach(this::startIfDue);
        }
    }

    /** Takes the records of nodes that left the configuration out of the index, also when the engine was away before. */
    @Scheduled(every = "1m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void retire() {
        if (config.enabled()) {
            records.listRetiredNodesWithWaiting().forEach(feed::feed);
        }
    }

    private void startIfDue(RegisteredNode node) {
        Instant now = clock.instant();
        Turn turn = turns.computeIfAbsent(node.name(), name -> new Turn(now, false, Instant.EPOCH, "schedule"));
        if (turn.running() || turn.due().isAfter(now) || !places.tryAcquire()) {
            return;
        }
        turns.put(node.name(), new Turn(now.plus(config.every()), true, now, "schedule"));
        threads.submit(() -> run(node, turn.trigger()));
    }

    private void run(RegisteredNode node, String trigger) {
        try {
            harvest.run(node, trigger);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Node %s could not be harvested; the next turn tries again.", node.name());
        } finally {
            places.release();
            turns.computeIfPresent(
                    node.name(), (name, turn) -> new Turn(turn.due(), false, turn.started(), turn.trigger()));
        }
    }

    /**
     * A node says that it has something new.
     *
     * @return when it will be harvested, at the latest
     */
    Instant ping(RegisteredNode node) {
        Instant now = clock.instant();
        return turns.compute(node.name(), (name, turn) -> {
                    Turn last = turn == null ? new Turn(now, false, Instant.EPOCH, "schedule") : turn;
                    Instant earliest = last.started().plus(config.pingInterval());
                    Instant soon = earliest.isAfter(now) ? earliest : now;
                    return soon.isBefore(last.due()) ? new Turn(soon, last.running(), last.started(), "ping") : last;
                })
                .due();
    }

    /** When the next run of a node begins; null when nothing is harvested by itself. */
    public Instant nextRun(String node) {
        Turn turn = turns.get(node);
        return turn == null ? null : turn.due();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
