package org.vitrail.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.gateway.stage.Samples.dataset;
import static org.vitrail.gateway.stage.Samples.identifier;
import static org.vitrail.gateway.stage.Samples.image;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.gateway.registry.RegisteredNode;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.gateway.search.Hit;
import org.vitrail.gateway.stage.Samples.Sketch;
import org.vitrail.gateway.stage.Stage;
import org.vitrail.gateway.stage.StandInNode;
import org.vitrail.harvest.report.FailedRecord;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class HarvestIT extends HarvestTrial {

    @Test
    void whatIsPublishedIsFoundAfterTheNextHarvest() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        nantes.publish(image(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));

        RunReport report = harvest("nantes");

        assertThat(report.isComplete()).isTrue();
        assertThat(report.index().indexed()).isEqualTo(2);
        assertThat(find("maize").results())
                .extracting(Hit::identifier)
                .containsExactly(identifier("nantes", "3k7q9m2xdc"));
        assertThat(find(Repository.IMAGES, "maize", Map.of()).total()).isEqualTo(1);
    }

    @Test
    void deletionsTravel() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        harvest("nantes");
        nantes.delete(identifier("nantes", "3k7q9m2xdc"));

        RunReport report = harvest("nantes");

        assertThat(report.index().removed()).isEqualTo(1);
        assertThat(find("").total()).isZero();
    }

    @Test
    void aRecordThatAWholeHarvestNoLongerListsIsGone() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        harvest("nantes");
        nantes.clear();
        nantes.publish(dataset(Sketch.mouse("nantes", "5k7q9m2xdc"), nantes.base()));
        database.update("delete from checkpoint");

        harvest("nantes");

        assertThat(find("").results()).extracting(Hit::identifier).containsExactly(identifier("nantes", "5k7q9m2xdc"));
    }

    @Test
    void theSecondHarvestAsksOnlyForWhatChangedAndWritesNothingTwice() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        harvest("nantes");

        RunReport second = harvest("nantes");

        assertThat(nantes.requests()).anyMatch(request -> request.contains("from="));
        assertThat(second.index().indexed()).isZero();
        assertThat(find("").total()).isEqualTo(1);
    }

    @Test
    void withTheEngineAwayRecordsAreKeptAndTheNextRunIndexesThem() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        engine.shut();

        RunReport without = harvest("nantes");

        assertThat(without.isComplete()).isFalse();
        assertThat(without.repositories().get("datasets").records()).isEqualTo(1);
        assertThat(without.index().outcome()).isEqualTo(IndexReport.WAITING);
        assertThat(without.index().message()).contains("not reachable").contains("wait for the next run");

        engine.reopen();
        nantes.failAfter(0);
        RunReport mended = harvest("nantes");

        assertThat(mended.index().indexed()).isEqualTo(1);
        assertThat(find("maize").total()).isEqualTo(1);
    }

    @Test
    void aNodeThatIsDownIsReportedAndHoldsUpNoOther() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        montpellier.publish(dataset(Sketch.mouse("montpellier", "5k7q9m2xdc"), montpellier.base()));
        nantes.failAfter(0);

        RunReport down = harvest("nantes");
        RunReport up = harvest("montpellier");

        assertThat(down.isComplete()).isFalse();
        assertThat(down.repositories().get("datasets").reason()).contains("500");
        assertThat(up.isComplete()).isTrue();
        assertThat(find("").total()).isEqualTo(1);

        nantes.recover();
        assertThat(harvest("nantes").isComplete()).isTrue();
        assertThat(find("").total()).isEqualTo(2);
    }

    @Test
    void anInterruptedHarvestGoesOnFromItsLastPage() {
        for (int i = 0; i < 100; i++) {
            nantes.publish(dataset(Sketch.maize("nantes", "acc" + i), nantes.base()));
        }
        nantes.failAfter(2);

        RunReport interrupted = harvest("nantes");
        assertThat(interrupted.repositories().get("datasets").records()).isEqualTo(80);
        assertThat(find("").total()).isEqualTo(80);

        nantes.recover();
        RunReport resumed = harvest("nantes");
        assertThat(resumed.repositories().get("datasets").records()).isEqualTo(20);
        assertThat(find("").total()).isEqualTo(100);
    }

    @Test
    void aNodeThatMovedKeepsItsIdentifiersAndShowsNoDuplicate() {
        Sketch maize = Sketch.maize("nantes", "3k7q9m2xdc");
        try (StandInNode moving = new StandInNode()) {
            moving.publish(dataset(maize, moving.base()));
            harvest.run(at("nantes", moving.base()), "schedule");
            String before = find("").results().getFirst().landingPage();

            moving.move();
            moving.clear();
            moving.publish(dataset(maize, moving.base()));
            harvest.run(at("nantes", moving.base()), "schedule");

            assertThat(find("").total()).isEqualTo(1);
            Hit hit = find("").results().getFirst();
            assertThat(hit.identifier()).isEqualTo(identifier("nantes", "3k7q9m2xdc"));
            assertThat(hit.landingPage())
                    .isNotEqualTo(before)
                    .startsWith(moving.base().toString());
        }
    }

    private static RegisteredNode at(String name, URI base) {
        return new RegisteredNode(name, name, base, base.resolve("/oai"), base.resolve("/oai/images"));
    }

    @Test
    void aRecordInTheDomainOfAnotherNodeIsRefusedAndReported() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        harvest("nantes");
        montpellier.publish(dataset(Sketch.mouse("nantes", "3k7q9m2xdc"), montpellier.base()));

        RunReport report = harvest("montpellier");

        assertThat(report.repositories().get("datasets").failed())
                .extracting(FailedRecord::reason)
                .singleElement()
                .asString()
                .contains("belongs to node nantes");
        assertThat(find("").results()).extracting(Hit::title).containsExactly("Maize stem section, confocal");
    }

    @Test
    void aRecordThatCannotBeReadIsReportedAndTheOthersArrive() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        nantes.publishRaw(identifier("nantes", "5k7q9m2xdc"), "<odd xmlns=\"urn:odd\">no RDF</odd>");

        RunReport report = harvest("nantes");

        assertThat(report.index().failed())
                .extracting(FailedRecord::identifier)
                .containsExactly(identifier("nantes", "5k7q9m2xdc"));
        assertThat(report.failedTotal()).isEqualTo(1);
        assertThat(find("").total()).isEqualTo(1);
    }

    @Test
    void anOlderVersionNeverTakesThePlaceOfANewerOne() {
        Sketch maize = Sketch.maize("nantes", "3k7q9m2xdc");
        nantes.publish(dataset(maize, nantes.base()));
        harvest("nantes");
        nantes.publish(dataset(maize.titled("Maize, second reading"), nantes.base()));
        harvest("nantes");
        harvest("nantes");

        assertThat(find("").results()).extracting(Hit::title).isEqualTo(List.of("Maize, second reading"));
    }
}
