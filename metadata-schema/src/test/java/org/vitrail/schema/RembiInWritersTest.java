package org.vitrail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.datacite.DataCiteXmlWriter;
import org.vitrail.schema.dataset.Acquisition;
import org.vitrail.schema.dataset.Instrument;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.Rembi;
import org.vitrail.schema.dataset.SchemaJson;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.dcat.DcatWriter;
import org.vitrail.schema.rocrate.RoCrateWriter;
import org.vitrail.schema.schemaorg.SchemaOrgWriter;

/** Study and REMBI blocks reach the formats that have a place for them. */
class RembiInWritersTest {
    private final PublishedDataset maize = Examples.maize(true);

    @Test
    void instrumentIsWhatCollectedTheData() {
        assertThat(new DataCiteXmlWriter().write(maize))
                .contains("<relatedIdentifier relatedIdentifierType=\"Handle\" relationType=\"IsCollectedBy\""
                        + " resourceTypeGeneral=\"Instrument\">21.11157/demo</relatedIdentifier>");
    }

    @Test
    void identifierOfAnInstrumentIsDoiOrHandleOrNeither() {
        assertThat(instrument("https://doi.org/10.5442/ni000001").findPidUrl())
                .contains("https://doi.org/10.5442/ni000001");
        assertThat(instrument("21.T11998/0000-001A").findPidUrl())
                .contains("https://hdl.handle.net/21.T11998/0000-001A");
        assertThat(instrument("microscope 1").findPidUrl()).isEmpty();
        assertThat(instrument(null).findPidUrl()).isEmpty();
    }

    @Test
    void crateHasTheBlocksInTheWordsOfTheBioImageArchive() throws Exception {
        JsonNode graph =
                new ObjectMapper().readTree(new RoCrateWriter().write(maize)).path("@graph");
        assertThat(entity(graph, "#biosample-1")
                        .path("extrinsicVariableDescription")
                        .path(0)
                        .asText())
                .isEqualTo("temperature: 21 °C");
        assertThat(entity(graph, "#preparation-1")
                        .path("signalContrastMechanismDescription")
                        .asText())
                .isEqualTo("fluorescence");
        assertThat(entity(graph, "#acquisition-1")
                        .path("imagingInstrumentDescription")
                        .asText())
                .isEqualTo("Demo confocal, Demo maker, C1");
        assertThat(entity(graph, "#correlation-1").path("transformationMatrix").asText())
                .isEqualTo("1.0 0.0 5.0 0.0 1.0 -3.5");
        assertThat(entity(graph, "#analysis-1-1").path("description").asText())
                .isEqualTo("watershed; Demo program 1.2");
        assertThat(entity(graph, "https://ror.org/00rbzpz17").path("name").asText())
                .isEqualTo("Agence Nationale de la Recherche");
    }

    @Test
    void schemaOrgHasPeriodAndVariables() throws Exception {
        JsonNode thing = new ObjectMapper().readTree(new SchemaOrgWriter().write(maize));
        assertThat(thing.path("temporalCoverage").asText()).isEqualTo("2026-03-01/2026-06-30");
        assertThat(thing.path("variableMeasured").findValuesAsText("name"))
                .containsExactly("genotype", "temperature", "age");
        assertThat(thing.path("funding").path(0).path("identifier").asText()).isEqualTo("ANR-24-DEMO-0001");
        assertThat(thing.path("funder").path(1).path("@id").asText()).isEqualTo("https://doi.org/10.13039/100018693");
    }

    @Test
    void dcatHasPeriodAndFunder() {
        assertThat(new DcatWriter().turtle(maize))
                .contains("dct:PeriodOfTime", "\"2026-03-01\"^^xsd:date", "foaf:fundedBy", "https://ror.org/00rbzpz17");
    }

    @Test
    void jsonComesBackWhole() throws Exception {
        ObjectMapper mapper = SchemaJson.mapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(maize), PublishedDataset.class))
                .isEqualTo(maize);
    }

    @Test
    void recordOfAnOlderNodeStillReads() throws Exception {
        ObjectMapper mapper = SchemaJson.mapper();
        String older = "{\"title\":\"Older\",\"imageSets\":[{\"name\":\"a\",\"imageCount\":1}]}";
        PublishedDataset read = mapper.readValue(older, PublishedDataset.class);
        assertThat(read.funding()).isEmpty();
        assertThat(read.imageSets().getFirst().rembi()).isEqualTo(Rembi.NONE);
    }

    @Test
    void everyTermIsResolvedHoweverDeep() {
        TermReference found = new TermReference("X:1", "found");
        Rembi resolved = RecordForm.mapTerms(Examples.rembi(), term -> found);
        assertThat(List.of(
                        resolved.biosample().biologicalEntity(),
                        resolved.biosample().extrinsicVariables().getFirst().term(),
                        resolved.specimen().signalContrastMechanism()))
                .containsOnly(found);
        assertThat(resolved.acquisition()).isEqualTo(Examples.rembi().acquisition());
    }

    private static Instrument instrument(String pid) {
        return new Rembi(
                        null,
                        null,
                        new Acquisition(new Instrument(null, null, null, pid, null), null, null, null, null),
                        null,
                        null)
                .findInstrument()
                .orElseThrow();
    }

    private static JsonNode entity(JsonNode graph, String id) {
        return StreamSupport.stream(graph.spliterator(), false)
                .filter(entity -> entity.path("@id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
