package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.PublishedDataset;

class DcatWriterTest {
    private final DcatWriter writer = new DcatWriter();

    private static Model parse(String text, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text, lang).parse(model);
        return model;
    }

    @Test
    void allFormsSayTheSame() {
        PublishedDataset dataset = Examples.maize(true);
        Model turtle = parse(writer.turtle(dataset), Lang.TURTLE);
        assertThat(parse(writer.rdfxml(dataset), Lang.RDFXML).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(parse(writer.jsonld(dataset), Lang.JSONLD11).isIsomorphicWith(turtle))
                .isTrue();
    }

    @Test
    void generatedRecordsSayTheSameInAllForms() {
        for (long seed = 0; seed < 40; seed++) {
            PublishedDataset dataset = new GeneratedRecords(seed).dataset();
            Model turtle = parse(writer.turtle(dataset), Lang.TURTLE);
            assertThat(parse(writer.rdfxml(dataset), Lang.RDFXML).isIsomorphicWith(turtle))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(parse(writer.jsonld(dataset), Lang.JSONLD11).isIsomorphicWith(turtle))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void dcatReadersFindWhatTheyExpect() {
        assertThat(writer.turtle(Examples.maize(true)))
                .contains("dcat:distribution", "dcat:landingPage", "dcat:theme", "access-right/PUBLIC")
                .contains("prov:wasDerivedFrom", "obo:NCBITaxon_4577")
                .contains("<https://doi.org/10.83962/vt.concept>");
        assertThat(writer.turtle(Examples.embargoed()))
                .contains("access-right/RESTRICTED")
                .doesNotContain("zarr/");
    }

    @Test
    void jsonLdCanStandInAPage() {
        assertThat(writer.jsonld(Examples.dataset("</script>", "", true))).doesNotContain("</script>");
    }
}
