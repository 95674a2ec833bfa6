package org.vitrail.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.gateway.stage.Samples.dataset;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.vitrail.gateway.index.IndexAliases;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.gateway.stage.Samples.Sketch;
import org.vitrail.gateway.stage.Stage;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class IndexRebuildIT extends HarvestTrial {
    @Inject
    IndexAliases aliases;

    @Test
    void aRebuildSwapsTheAliasWithoutAGapForThoseWhoSearch() throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            nantes.publish(dataset(Sketch.maize("nantes", "acc" + i), nantes.base()));
        }
        harvest("nantes");
        String before = aliases.findCurrent(Repository.DATASETS).orElseThrow();
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong fewest = new AtomicLong(Long.MAX_VALUE);
        AtomicLong searches = new AtomicLong();
        Thread searching = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                fewest.accumulateAndGet(find("").total(), Math::min);
                searches.incrementAndGet();
            }
        });

        rebuild.everything();
        done.set(true);
        searching.join();

        assertThat(searches.get()).isPositive();
        assertThat(fewest.get()).isEqualTo(60);
        assertThat(aliases.findCurrent(Repository.DATASETS).orElseThrow()).isNotEqualTo(before);
        assertThat(aliases.listIndices(Repository.DATASETS)).hasSize(1);
    }

    @Test
    void anIndexThatIsGoneIsFilledAgainByTheNextRun() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        harvest("nantes");
        aliases.drop(aliases.findCurrent(Repository.DATASETS).orElseThrow());
        assertThat(find("").total()).isZero();

        RunReport report = harvest("nantes");

        assertThat(report.isComplete()).isTrue();
        assertThat(find("").total()).isEqualTo(1);
    }

    @Test
    void aRunIsNotBegunWhileAnotherForTheNodeIsOnItsWay() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            nantes.publish(dataset(Sketch.maize("nantes", "acc" + i), nantes.base()));
        }
        AtomicLong begun = new AtomicLong();
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofVirtual()
                    .start(() ->
                            harvest.run(registry.getNode("nantes"), "ping").ifPresent(r -> begun.incrementAndGet()));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(begun.get()).isBetween(1L, 4L);
        assertThat(find("").total()).isEqualTo(30);
        assertThat(database.list("select outcome from harvest_run", row -> row.text("outcome")))
                .containsOnly("complete");
    }
}
