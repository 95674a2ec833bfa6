package org.vitrail.gateway.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.RegisteredNode;
import org.vitrail.harvest.report.FailedRecord;

/** How each node is doing, as the gateway sees it. */
@ApplicationScoped
public class NodeStatuses {
    private final NodeRegistry registry;
    private final RunStore runs;
    private final RecordStore records;
    private final HarvestSchedule schedule;

    NodeStatuses(NodeRegistry registry, RunStore runs, RecordStore records, HarvestSchedule schedule) {
        this.registry = registry;
        this.runs = runs;
        this.records = records;
        this.schedule = schedule;
    }

    public List<NodeStatus> listAll() {
        return registry.listNodes().stream().map(this::of).toList();
    }

    /** @throws org.vitrail.gateway.registry.UnknownNode when none of this name is configured */
    public NodeStatus get(String name) {
        return of(registry.getNode(name));
    }

    /**
     * The newest first.
     *
     * @throws org.vitrail.gateway.registry.UnknownNode when none of this name is configured
     */
    public List<HarvestRun> listRuns(String name, int limit) {
        return runs.list(registry.getNode(name).name(), limit);
    }

    /**
     * Records that the gateway holds and cannot show, whichever run brought them.
     *
     * @throws org.vitrail.gateway.registry.UnknownNode when none of this name is configured
     */
    public List<FailedRecord> listFailures(String name, int limit) {
        return records.listFailures(registry.getNode(name).name(), limit);
    }

    private NodeStatus of(RegisteredNode node) {
        return new NodeStatus(
                node.name(),
                node.title(),
                node.baseUrl(),
                node.oai(),
                node.oaiImages(),
                records.count(node.name()),
                runs.findLast(node.name()).orElse(null),
                schedule.nextRun(node.name()));
    }
}
