package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.FrenchTypography;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.PublishedDataset;

class VitrailShapesTest {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private final Model graph = parse(VitrailShapes.turtle(), Lang.TURTLE);
    private final Shapes shapes = Shapes.parse(graph);
    private final VitrailRdfWriter writer = new VitrailRdfWriter();

    private static Model parse(String text, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text, lang).parse(model);
        return model;
    }

    private List<ReportEntry> faults(Model model) {
        return List.copyOf(
                ShaclValidator.get().validate(shapes, model.getGraph()).getEntries());
    }

    @Test
    void whatIsWrittenConforms() {
        for (PublishedDataset dataset : List.of(Examples.maize(true), Examples.maize(false), Examples.embargoed())) {
            assertThat(faults(parse(writer.write(dataset), Lang.RDFXML))).isEmpty();
            assertThat(faults(DcatWriter.model(dataset))).isEmpty();
        }
        assertThat(faults(parse(writer.write(Examples.image()), Lang.RDFXML))).isEmpty();
    }

    @Test
    void generatedRecordsConform() {
        for (long seed = 0; seed < 100; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            PublishedDataset dataset = records.dataset();
            assertThat(faults(parse(writer.write(dataset), Lang.RDFXML)))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(faults(DcatWriter.model(dataset))).as("seed %d", seed).isEmpty();
            assertThat(faults(parse(writer.write(records.image()), Lang.RDFXML)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <dct:identifier>oai:nantes.vitrail.example:3k7q9m2xdc</dct:identifier> | '' | identifier
            <vitrail:accession>3k7q9m2xdc</vitrail:accession> | '' | accession
            <dct:title>Maize stem section</dct:title> | '' | title
            <dct:title>Maize stem section</dct:title> | <dct:title>a</dct:title><dct:title>b</dct:title> | title
            <vitrail:access>open</vitrail:access> | <vitrail:access>secret</vitrail:access> | access
            <vitrail:experimentalStatus>control | <vitrail:experimentalStatus>sham | experimentalStatus
            <vitrail:immersion>oil | <vitrail:immersion>beer | immersion
            XMLSchema#date">2026-03-01 | XMLSchema#string">2026-03-01 | startDate
            XMLSchema#date">2026-03-01 | XMLSchema#date">March | startDate
            XMLSchema#double">12.5 | XMLSchema#double">long | exposureMillisecond
            <vitrail:awardNumber>ANR-24-DEMO-0001 | <vitrail:awardNumber>1</vitrail:awardNumber><vitrail:awardNumber>2 | awardNumber
            """)
    void oneFaultIsOneViolation(String right, String wrong, String property) {
        String written = writer.write(Examples.maize(true));
        assertThat(written).contains(right);
        List<ReportEntry> faults =
                faults(parse(written.replaceFirst(java.util.regex.Pattern.quote(right), wrong), Lang.RDFXML));
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().resultPath().toString()).contains(property);
    }

    @Test
    void everyMessageStandsInBothLanguages() {
        Property message = graph.createProperty(SH + "message");
        List<Resource> described = graph.listSubjectsWithProperty(graph.createProperty(SH + "path"))
                .toList();
        assertThat(described).hasSizeGreaterThan(100).allSatisfy(shape -> {
            assertThat(shape.getProperty(message, "en")).isNotNull();
            FrenchTypography.check(shape.getProperty(message, "fr").getString());
        });
    }
}
