package org.vitrail.node.rdf;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.vitrail.node.access.NodeConfig;

/**
 * Tells how far the graph is behind. A process that does nothing else is not ready while it has no graph; one that serves
 * pages too stays ready, since only {@code /sparql} is missing then.
 */
@Readiness
@Singleton
class SparqlHealth implements HealthCheck {
    private final ProjectionState state;
    private final NodeConfig node;

    SparqlHealth(ProjectionState state, NodeConfig node) {
        this.state = state;
        this.node = node;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sparql");
        if (!node.roles().contains(NodeConfig.Role.SPARQL)) {
            return answer.up().withData("role", "not of this process").build();
        }
        answer.withData("cursor", state.cursor()).withData("lag", state.lag());
        state.findTrouble().ifPresent(trouble -> answer.withData("trouble", trouble));
        boolean alone = node.roles().size() == 1;
        return answer.status(!alone || state.findStore().isPresent()).build();
    }
}
