package org.vitrail.node.doi;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down while an operator has to mend something before DOIs are registered: the account, or what DataCite refuses. A DataCite
 * that does not answer is waited for and is no such thing, and neither makes the node unready: it serves all the same.
 */
@Wellness
@ApplicationScoped
class DoiHealth implements HealthCheck {
    private final DoiOutbox outbox;

    DoiHealth(DoiOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public HealthCheckResponse call() {
        DoiBacklog backlog = outbox.backlog();
        var response = HealthCheckResponse.named("DOI registration")
                .status(backlog.account().isEmpty() && backlog.refusal().isEmpty())
                .withData("waiting", backlog.waiting())
                .withData("refused", backlog.refused());
        backlog.account().ifPresent(reason -> response.withData("account", reason));
        backlog.refusal().ifPresent(reason -> response.withData("first refusal", reason));
        return response.build();
    }
}
