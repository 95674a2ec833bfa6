package org.vitrail.gateway.ingest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.harvest.report.FailedRecord;

/** Nodes, their runs, and the ping by which a node asks to be harvested soon. */
@Path("/api/v1/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
@RunOnVirtualThread
public class NodesResource {
    private static final int MOST_RUNS = 100;
    private static final int MOST_FAILURES = 1_000;

    private final NodeStatuses statuses;
    private final NodeRegistry registry;
    private final HarvestSchedule schedule;

    NodesResource(NodeStatuses statuses, NodeRegistry registry, HarvestSchedule schedule) {
        this.statuses = statuses;
        this.registry = registry;
        this.schedule = schedule;
    }

    /** The nodes of the federation. */
    public record Nodes(List<NodeStatus> nodes) {}

    /** The last runs of a node. */
    public record Runs(List<HarvestRun> runs) {}

    /** Records of a node that cannot be shown. */
    public record FailedRecords(List<FailedRecord> failures) {}

    /** Answer to a ping. */
    public record Pong(String node, Instant harvestAt) {}

    @GET
    @Operation(summary = "All nodes with their last run")
    public Nodes nodes() {
        return new Nodes(statuses.listAll());
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One node with its last run")
    public NodeStatus node(String name) {
        return statuses.get(name);
    }

    @GET
    @Path("/{name}/runs")
    @Operation(summary = "Reports of the last runs, record by record where something failed")
    public Runs runs(String name, @QueryParam("size") @DefaultValue("20") int size) {
        return new Runs(statuses.listRuns(name, Math.clamp(size, 1, MOST_RUNS)));
    }

    @GET
    @Path("/{name}/failures")
    @Operation(summary = "Records that cannot be shown, and why")
    public FailedRecords failures(String name, @QueryParam("size") @DefaultValue("100") int size) {
        return new FailedRecords(statuses.listFailures(name, Math.clamp(size, 1, MOST_FAILURES)));
    }

    @POST
    @Path("/{name}/ping")
    @Operation(summary = "Asks for a harvest soon; many pings are answered by one harvest")
    public Response ping(String name) {
        Instant at = schedule.ping(registry.getNode(name));
        return Response.accepted(new Pong(name, at)).build();
    }
}
