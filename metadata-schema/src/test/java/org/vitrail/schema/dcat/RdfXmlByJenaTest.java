package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** Jena judges our own quick writer and reader: same graph out, same record in. */
class RdfXmlByJenaTest {
    private enum Style {
        PLAIN(RDFFormat.RDFXML_PLAIN),
        PRETTY(RDFFormat.RDFXML_PRETTY);

        private final RDFFormat format;

        Style(RDFFormat format) {
            this.format = format;
        }
    }

    private final VitrailRdfWriter writer = new VitrailRdfWriter();
    private final VitrailRdfReader reader = new VitrailRdfReader();

    private static Model graph(PublishedDataset dataset) {
        Model model = ModelFactory.createDefaultModel();
        Vocabulary.declarePrefixes(model);
        DatasetGraph.write(
                new GraphNodeWriter(
                        model, model.createResource(dataset.landingPage().toString())),
                dataset);
        return model;
    }

    private static Model graph(PublishedImage image) {
        Model model = ModelFactory.createDefaultModel();
        Vocabulary.declarePrefixes(model);
        ImageGraph.write(
                new GraphNodeWriter(
                        model, model.createResource(image.landingPage().toString())),
                image);
        return model;
    }

    private static Model parse(String rdfXml) {
        Model model = ModelFactory.createDefaultModel();
        model.read(new StringReader(rdfXml), null, "RDF/XML");
        return model;
    }

    @Test
    void writtenRecordsAreTheGraphThatJenaWouldHold() {
        assertThat(parse(writer.write(Examples.maize(true))).isIsomorphicWith(graph(Examples.maize(true))))
                .isTrue();
        for (long seed = 0; seed < 60; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            PublishedDataset dataset = records.dataset();
            PublishedImage image = records.image();
            assertThat(parse(writer.write(dataset)).isIsomorphicWith(graph(dataset)))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(parse(writer.write(image)).isIsomorphicWith(graph(image)))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void recordsOfOtherWritersReadTheSame(Style style) {
        for (long seed = 0; seed < 60; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            PublishedDataset dataset = records.dataset();
            PublishedImage image = records.image();
            String datasetXml =
                    RDFWriter.source(graph(dataset)).format(style.format).asString();
            String imageXml =
                    RDFWriter.source(graph(image)).format(style.format).asString();
            assertThat(reader.readDataset(datasetXml)).as("seed %d", seed).isEqualTo(dataset);
            assertThat(reader.readImage(imageXml)).as("seed %d", seed).isEqualTo(image);
        }
    }

    @Test
    void ownRecordsNeedNoGraphAndReadTheSameByJena() {
        for (long seed = 0; seed < 60; seed++) {
            PublishedDataset dataset = new GeneratedRecords(seed).dataset();
            String written = writer.write(dataset);
            assertThat(PlainRdfXml.find(written)).as("seed %d", seed).isPresent();
            DescribedNode byJena = JenaRdfXml.read(written).getFirst();
            assertThat(DatasetGraph.read(new NodeReader(byJena, byJena.iri()), dataset.landingPage()))
                    .as("seed %d", seed)
                    .isEqualTo(dataset);
        }
    }

    @Test
    void longTextsWithManyEscapesComeBack() {
        String text = "a & b < c > \"d\" 😀\r\n".repeat(20_000);
        PublishedDataset dataset = Examples.dataset("long", text, true);
        assertThat(reader.readDataset(writer.write(dataset))).isEqualTo(dataset);
    }

    @Test
    void cyclesAndOverlongNestingAreNoDanger() {
        String node = "<rdf:RDF xmlns:rdf='" + Vocabulary.RDF + "' xmlns:v='" + Vocabulary.VITRAIL + "' xmlns:d='"
                + Vocabulary.DCT + "'><v:Dataset rdf:about='http://x.org/a' ";
        String cycle = node + "d:title='t'><d:creator rdf:resource='http://x.org/a'/></v:Dataset></rdf:RDF>";
        assertThatThrownBy(() -> reader.readDataset(cycle)).isInstanceOf(UnreadableRecord.class);
        String nested = node + ">" + "<d:creator rdf:parseType='Resource'>".repeat(3000) + "</d:creator>".repeat(3000)
                + "</v:Dataset></rdf:RDF>";
        assertThatThrownBy(() -> reader.readDataset(nested)).isInstanceOf(UnreadableRecord.class);
    }
}
