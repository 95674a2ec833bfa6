package org.vitrail.gateway.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.gateway.ingest.NodeStatuses;

/** The nodes and how their harvests went, and what the gateway is. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class NodesPage {
    private static final int RUNS_SHOWN = 8;

    private final NodeStatuses statuses;

    NodesPage(NodeStatuses statuses) {
        this.statuses = statuses;
    }

    @GET
    @Path("/nodes")
    @Operation(hidden = true)
    public Response nodes() {
        return SearchPage.html(
                200,
                Pages.nodes(statuses.listAll().stream()
                        .map(status -> new NodeView(
                                status,
                                statuses.listRuns(status.name(), RUNS_SHOWN),
                                statuses.listFailures(status.name(), NodeView.FAILURES_SHOWN)))
                        .toList()));
    }

    @GET
    @Path("/about")
    @Operation(hidden = true)
    public Response about() {
        return SearchPage.html(200, Pages.about(statuses.listAll()));
    }
}
