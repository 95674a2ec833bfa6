package org.vitrail.node.rdf;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How far the projection is, for health, metrics and the endpoint. Safe for use by many threads. */
@Singleton
class ProjectionState {
    private final AtomicLong cursor = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final AtomicReference<GraphStore> store = new AtomicReference<>();
    private final AtomicReference<String> trouble = new AtomicReference<>("not opened yet");

    ProjectionState(MeterRegistry meters) {
        Gauge.builder("vitrail_sparql_cursor", cursor, AtomicLong::doubleValue)
                .description("last change of the log that the graph holds")
                .register(meters);
        Gauge.builder("vitrail_sparql_lag", lag, AtomicLong::doubleValue)
                .description("changes between the graph and the newest of the log, at most")
                .register(meters);
    }

    /** The graph; empty while it is not open. */
    Optional<GraphStore> findStore() {
        return Optional.ofNullable(store.get());
    }

    long cursor() {
        return cursor.get();
    }

    long lag() {
        return lag.get();
    }

    /** What keeps the projection from going on; empty when all is well. */
    Optional<String> findTrouble() {
        return Optional.ofNullable(trouble.get());
    }

    void opened(GraphStore opened) {
        store.set(opened);
        trouble.set(null);
    }

    void closed(String reason) {
        store.set(null);
        trouble.set(reason);
    }

    void reached(long sequence, long newest) {
        cursor.set(sequence);
        lag.set(Math.max(0, newest - sequence));
        trouble.set(null);
    }

    void failed(String reason) {
        trouble.set(reason);
    }
}
