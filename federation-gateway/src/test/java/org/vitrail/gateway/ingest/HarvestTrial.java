package org.vitrail.gateway.ingest;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.vitrail.gateway.database.Database;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.gateway.search.Facet;
import org.vitrail.gateway.search.Search;
import org.vitrail.gateway.search.SearchAnswer;
import org.vitrail.gateway.search.SearchParameters;
import org.vitrail.gateway.search.Sort;
import org.vitrail.gateway.stage.Door;
import org.vitrail.gateway.stage.StandInNode;

/** Begins each test with nodes that have nothing and a gateway that knows nothing. */
public abstract class HarvestTrial {
    protected StandInNode nantes;
    protected StandInNode montpellier;
    protected Door engine;

    @Inject
    protected Database database;

    @Inject
    protected NodeHarvest harvest;

    @Inject
    protected IndexRebuild rebuild;

    @Inject
    protected NodeRegistry registry;

    @Inject
    protected Search search;

    @BeforeEach
    void forget() {
        engine.reopen();
        nantes.clear();
        montpellier.clear();
        database.update("truncate checkpoint, harvest_run, harvested_record");
        rebuild.everything();
    }

    protected RunReport harvest(String node) {
        return harvest.run(registry.getNode(node), "schedule").orElseThrow();
    }

    protected SearchAnswer find(String q) {
        return find(Repository.DATASETS, q, Map.of());
    }

    protected SearchAnswer find(Repository repository, String q, Map<Facet, List<String>> chosen) {
        return search.find(new SearchParameters(
                repository,
                q,
                chosen,
                Optional.empty(),
                Optional.empty(),
                q.isEmpty() ? Sort.NEWEST : Sort.RELEVANCE,
                20,
                Optional.empty()));
    }
}
