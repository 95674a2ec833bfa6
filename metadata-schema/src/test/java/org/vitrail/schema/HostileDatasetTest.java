package org.vitrail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.xml.validation.Schema;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.citation.BibTexWriter;
import org.vitrail.schema.citation.CitationText;
import org.vitrail.schema.citation.CslWriter;
import org.vitrail.schema.citation.RisWriter;
import org.vitrail.schema.croissant.CroissantWriter;
import org.vitrail.schema.datacite.DataCiteJsonWriter;
import org.vitrail.schema.datacite.DataCiteXmlWriter;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dcat.DcatApShapes;
import org.vitrail.schema.dcat.DcatWriter;
import org.vitrail.schema.dcat.VitrailRdfReader;
import org.vitrail.schema.dcat.VitrailRdfWriter;
import org.vitrail.schema.oaidc.OaiDcWriter;
import org.vitrail.schema.rocrate.RoCrateWriter;
import org.vitrail.schema.schemaorg.SchemaOrgWriter;
import org.vitrail.schema.xml.XmlText;

/** Whatever a depositor pasted, every format is well-formed and valid by its schema. */
class HostileDatasetTest {
    private static final String SOURCE = "org.vitrail.schema.HostileDatasets#names";

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "4.7"})
    void dataCiteIsValidByTheOfficialSchemas(String kernel) throws Exception {
        Schema schema = OfficialSchemas.load("schemas/datacite/kernel-" + kernel + "/metadata.xsd");
        for (String name : HostileDatasets.names().toList()) {
            OfficialSchemas.validate(schema, new DataCiteXmlWriter().write(HostileDatasets.of(name)));
        }
    }

    @Test
    void dublinCoreIsValidByTheOfficialSchema() throws Exception {
        Schema schema = OfficialSchemas.load("schemas/oai-pmh/oai_dc.xsd");
        for (String name : HostileDatasets.names().toList()) {
            OfficialSchemas.validate(schema, new OaiDcWriter().write(HostileDatasets.of(name)));
        }
    }

    @ParameterizedTest
    @MethodSource("org.vitrail.schema.dcat.DcatApShapes#files")
    void dcatConformsToTheApplicationProfile(List<String> files) {
        Shapes shapes = DcatApShapes.load(files);
        for (String name : HostileDatasets.names().toList()) {
            Model turtle = parse(new DcatWriter().turtle(HostileDatasets.of(name)), Lang.TURTLE);
            assertThat(DcatApShapes.faults(shapes, turtle)).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(SOURCE)
    void jsonParsesAndCanStandInAPage(String name) throws Exception {
        PublishedDataset dataset = HostileDatasets.of(name);
        for (String json : List.of(
                new DataCiteJsonWriter().write(dataset),
                new SchemaOrgWriter().write(dataset),
                new RoCrateWriter().write(dataset),
                new CroissantWriter().write(dataset),
                new CslWriter().write(dataset),
                new DcatWriter().jsonld(dataset))) {
            assertThat(json.indexOf('<')).isNegative();
            assertLegal(new ObjectMapper().readTree(json));
        }
    }

    private static void assertLegal(JsonNode node) {
        if (node.isTextual()) {
            assertThat(node.textValue().equals(XmlText.legal(node.textValue()))).isTrue();
        }
        node.forEach(HostileDatasetTest::assertLegal);
    }

    @ParameterizedTest
    @MethodSource(SOURCE)
    void jsonLdIsAGraph(String name) {
        PublishedDataset dataset = HostileDatasets.of(name);
        for (String json : List.of(new SchemaOrgWriter().write(dataset), new CroissantWriter().write(dataset))) {
            assertThat(parse(json, Lang.JSONLD11).isEmpty()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(SOURCE)
    void dcatSaysTheSameInAllForms(String name) {
        PublishedDataset dataset = HostileDatasets.of(name);
        DcatWriter dcat = new DcatWriter();
        Model turtle = parse(dcat.turtle(dataset), Lang.TURTLE);
        assertThat(parse(dcat.rdfxml(dataset), Lang.RDFXML).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(parse(dcat.jsonld(dataset), Lang.JSONLD11).isIsomorphicWith(turtle))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource(SOURCE)
    void harvestedRecordComesBackWithoutIllegalCharacters(String name) {
        PublishedDataset dataset = HostileDatasets.of(name);
        PublishedDataset read = new VitrailRdfReader().readDataset(new VitrailRdfWriter().write(dataset));
        assertThat(read.title().equals(XmlText.legal(dataset.title()))).isTrue();
        assertThat(read.description().equals(XmlText.legal(dataset.description())))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource(SOURCE)
    void referencesKeepTheirForm(String name) {
        PublishedDataset dataset = HostileDatasets.of(name);
        assertThat(new CitationText().write(dataset).chars().noneMatch(c -> c == '\n' || c == '\r' || c == 0x2028))
                .isTrue();
        for (String line : new RisWriter().write(dataset).split("\r\n")) {
            assertThat(line.substring(0, 6)).matches("[A-Z][A-Z0-9]  - ");
            assertThat(line.indexOf('\n')).isNegative();
        }
        int depth = 0;
        String entry = new BibTexWriter().write(dataset);
        for (int i = 0; i < entry.length(); i++) {
            depth += entry.charAt(i) == '{' ? 1 : entry.charAt(i) == '}' ? -1 : 0;
            assertThat(depth > 0 || i < "@misc".length() || i >= entry.length() - 2)
                    .isTrue();
        }
        assertThat(depth).isZero();
    }

    @ParameterizedTest
    @MethodSource(SOURCE)
    void brokenIdentifiersAreLinkedNowhere(String name) {
        PublishedDataset dataset = HostileDatasets.of(name);
        for (String written : List.of(
                new DataCiteXmlWriter().write(dataset),
                new DataCiteJsonWriter().write(dataset),
                new SchemaOrgWriter().write(dataset),
                new RoCrateWriter().write(dataset),
                new CroissantWriter().write(dataset),
                new OaiDcWriter().write(dataset))) {
            assertThat(written.contains(HostileDatasets.BROKEN_ORCID)).isFalse();
            assertThat(written.contains(HostileDatasets.BROKEN_ROR)).isFalse();
            assertThat(written.contains("doi.org/vitrail-demo")).isFalse();
        }
    }

    private static Model parse(String text, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text, lang).base("http://localhost/").parse(model);
        return model;
    }
}
