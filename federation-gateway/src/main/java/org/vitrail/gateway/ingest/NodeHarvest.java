package org.vitrail.gateway.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vitrail.gateway.database.RunLock;
import org.vitrail.gateway.registry.RegisteredNode;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.harvest.report.HarvestReport;

/** One run for one node. Runs of a node never overlap, not even those of two gateways on one database. */
@ApplicationScoped
public class NodeHarvest {
    private static final Logger LOG = Logger.getLogger(NodeHarvest.class);

    private final RepositoryHarvest harvest;
    private final IndexFeed feed;
    private final RunStore runs;
    private final RunLock locks;

    NodeHarvest(RepositoryHarvest harvest, IndexFeed feed, RunStore runs, RunLock locks) {
        this.harvest = harvest;
        this.feed = feed;
        this.runs = runs;
        this.locks = locks;
    }

    /**
     * Harvests both repositories, then brings the index up to date.
     *
     * @param trigger who asked: schedule, ping
     * @return empty when another run for this node is on its way
     */
    public Optional<RunReport> run(RegisteredNode node, String trigger) {
        Optional<RunLock.Held> lock = locks.tryAlone("node:" + node.name());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (RunLock.Held held = lock.get()) {
            long id = runs.begin(node.name(), trigger);
            RunReport report = work(node);
            runs.finish(id, node.name(), report);
            log(node.name(), report);
            return Optional.of(report);
        }
    }

    private RunReport work(RegisteredNode node) {
        Map<String, HarvestReport> reports = new LinkedHashMap<>();
        try {
            for (Repository repository : Repository.values()) {
                reports.put(repository.word(), harvest.run(node, repository));
            }
            return new RunReport(reports, feed.feed(node.name()), null);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The run for node %s broke off.", node.name());
            return new RunReport(
                    reports, null, "The run broke off in the gateway; its operator finds the cause in the log.");
        }
    }

    private static void log(String node, RunReport report) {
        long records = report.repositories().values().stream()
                .mapToLong(HarvestReport::records)
                .sum();
        if (report.isComplete()) {
            LOG.infof("Node %s harvested: %d records, %d failed.", node, records, report.failedTotal());
        } else {
            LOG.warnf(
                    "Node %s not harvested completely: %d records; the next run goes on. %s",
                    node, records, why(report));
        }
    }

    private static String why(RunReport report) {
        StringBuilder why = new StringBuilder();
        report.repositories().forEach((repository, harvest) -> {
            if (harvest.reason() != null) {
                why.append(repository).append(": ").append(harvest.reason()).append(' ');
            }
        });
        if (report.index() != null && report.index().message() != null) {
            why.append(report.index().message());
        }
        return why.toString();
    }
}
