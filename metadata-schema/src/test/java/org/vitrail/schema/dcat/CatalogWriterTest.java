package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.PublishedDataset;

/** The catalog as data portals read it; the official shapes judge it. */
class CatalogWriterTest {
    private static final URI ADDRESS = URI.create("https://images.example.org/catalog");
    private final CatalogWriter writer = new CatalogWriter();

    private static Catalog catalog(URI next, PublishedDataset... datasets) {
        return new Catalog(
                ADDRESS,
                "Images & <more>",
                "Biological images of one institution.",
                "Institute of examples",
                URI.create("https://images.example.org/"),
                List.of(new Catalog.Service(
                        "OAI-PMH",
                        URI.create("https://images.example.org/oai"),
                        URI.create("https://images.example.org/oai?verb=Identify"))),
                250,
                URI.create(ADDRESS + "?after=x"),
                next,
                List.of(datasets));
    }

    private static Model parse(String text, Lang language) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text, language).parse(model);
        return model;
    }

    @ParameterizedTest
    @MethodSource("org.vitrail.schema.dcat.DcatApShapes#files")
    void conformsToTheApplicationProfile(List<String> files) {
        Shapes shapes = DcatApShapes.load(files);
        Model full = parse(
                writer.turtle(catalog(null, Examples.maize(true), new GeneratedRecords(7).dataset())), Lang.TURTLE);
        assertThat(DcatApShapes.faults(shapes, full)).isEmpty();
    }

    @Test
    void shapesRefuseACatalogWithoutItsPublisher() {
        Shapes shapes = DcatApShapes.load(DcatApShapes.files().getFirst());
        Model model = parse(writer.turtle(catalog(null, Examples.maize(true))), Lang.TURTLE);
        model.removeAll(model.createResource(ADDRESS.toString()), Vocabulary.PUBLISHER, null);
        assertThat(DcatApShapes.faults(shapes, model)).contains("publisher");
    }

    @Test
    void theThreeFormsSayTheSame() {
        Catalog catalog =
                catalog(URI.create(ADDRESS + "?after=y"), Examples.maize(false), new GeneratedRecords(7).dataset());
        Model turtle = parse(writer.turtle(catalog), Lang.TURTLE);
        assertThat(parse(writer.rdfxml(catalog), Lang.RDFXML).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(parse(writer.jsonld(catalog), Lang.JSONLD11).isIsomorphicWith(turtle))
                .isTrue();
    }

    @Test
    void aPageNamesTheNextOneAndTheLastNone() {
        assertThat(writer.turtle(catalog(URI.create(ADDRESS + "?after=y"), Examples.maize(true))))
                .contains("hydra:next")
                .contains("after=y")
                .contains("250");
        assertThat(writer.turtle(catalog(null, Examples.maize(true)))).doesNotContain("hydra:next");
    }
}
