package org.vitrail.node.doi;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** How far DataCite is behind, for operators; each reading asks the database. */
@ApplicationScoped
class DoiMetrics {
    private final DoiOutbox outbox;
    private final MeterRegistry registry;
    private final Clock clock;

    DoiMetrics(DoiOutbox outbox, MeterRegistry registry, Clock clock) {
        this.outbox = outbox;
        this.registry = registry;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        gauge("vitrail.doi.waiting", "Changes that DataCite has yet to be told", DoiBacklog::waiting);
        gauge("vitrail.doi.refused", "Of those: what DataCite refuses as it is", DoiBacklog::refused);
        gauge("vitrail.doi.oldest.seconds", "Age of the oldest of them; 0 if none waits", this::age);
    }

    private void gauge(String name, String description, ToDoubleFunction<DoiBacklog> value) {
        Gauge.builder(name, outbox, source -> value.applyAsDouble(source.backlog()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private double age(DoiBacklog backlog) {
        return backlog.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
