package org.vitrail.gateway.stage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.vitrail.services.Database;
import org.vitrail.services.TestServices;

/**
 * Real PostgreSQL and Elasticsearch and two stand-in nodes; nothing is harvested by itself. Tests get {@link StandInNode}s and
 * the {@link Door} by the names of their fields.
 */
public final class Stage implements QuarkusTestResourceLifecycleManager {
    private final StandInNode nantes = new StandInNode();
    private final StandInNode montpellier = new StandInNode();
    private Door engine;

    @Override
    public Map<String, String> start() {
        Database database = TestServices.postgresql().database("gateway_it");
        engine = new Door(TestServices.elasticsearch());
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.username", database.user()),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("quarkus.elasticsearch.hosts", "localhost:" + engine.port()),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("vitrail.gateway.base-url", "https://search.example"),
                Map.entry("vitrail.gateway.index.prefix", "it-"),
                Map.entry("vitrail.gateway.harvest.enabled", "false"),
                Map.entry("vitrail.gateway.harvest.retries", "0"),
                Map.entry("vitrail.gateway.harvest.first-pause", "10ms"),
                Map.entry("vitrail.gateway.nodes.nantes.title", "Nantes"),
                Map.entry("vitrail.gateway.nodes.nantes.base-url", nantes.base().toString()),
                Map.entry("vitrail.gateway.nodes.montpellier.title", "Montpellier <i>"),
                Map.entry(
                        "vitrail.gateway.nodes.montpellier.base-url",
                        montpellier.base().toString()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(nantes, field -> field.getName().equals("nantes"));
        injector.injectIntoFields(montpellier, field -> field.getName().equals("montpellier"));
        injector.injectIntoFields(engine, field -> field.getName().equals("engine"));
    }

    @Override
    public void stop() {
        nantes.close();
        montpellier.close();
        if (engine != null) {
            engine.close();
        }
    }
}
