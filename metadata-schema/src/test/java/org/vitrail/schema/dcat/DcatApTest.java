package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.SharedFiles;
import org.vitrail.schema.dataset.PublishedDataset;

/** The official shapes of DCAT-AP 3.0.1, cardinalities and ranges, judge what we write. */
class DcatApTest {
    private static final String FOLDER = "schemas/dcat-ap-3.0.1/";

    private final DcatWriter writer = new DcatWriter();

    /** Files that are judged by together. */
    static List<List<String>> shapeFiles() {
        return List.of(
                List.of("shacl/dcat-ap-SHACL.ttl", "shacl/ranges.ttl"),
                List.of("html/shacl/shapes.ttl", "html/shacl/range.ttl", "html/shacl/deprecateduris.ttl"));
    }

    /** The official files name some property shapes that none of them holds; only these names are left out. */
    private static Shapes shapes(List<String> files) {
        Model model = ModelFactory.createDefaultModel();
        files.forEach(file -> RDFParser.source(SharedFiles.path(FOLDER + file)).parse(model));
        Property property = model.createProperty("http://www.w3.org/ns/shacl#property");
        List<Statement> named =
                model.listStatements(null, property, (RDFNode) null).toList();
        List<Statement> dangling = named.stream()
                .filter(statement -> !model.contains(statement.getResource(), null))
                .toList();
        assertThat(named.size() - dangling.size()).isGreaterThan(200);
        return Shapes.parse(model.remove(dangling));
    }

    private static String faults(Shapes shapes, Model data) {
        return ShaclValidator.get().validate(shapes, data.getGraph()).getEntries().stream()
                .map(entry -> entry.resultPath() + " of " + entry.focusNode() + ": " + entry.message())
                .collect(Collectors.joining("\n"));
    }

    private Model graph(PublishedDataset dataset) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(writer.turtle(dataset), Lang.TURTLE).parse(model);
        return model;
    }

    @ParameterizedTest
    @MethodSource("shapeFiles")
    void examplesConform(List<String> files) {
        Shapes shapes = shapes(files);
        for (PublishedDataset dataset :
                new PublishedDataset[] {Examples.maize(true), Examples.maize(false), Examples.embargoed()}) {
            assertThat(faults(shapes, graph(dataset))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("shapeFiles")
    void generatedRecordsConform(List<String> files) {
        Shapes shapes = shapes(files);
        for (long seed = 0; seed < 100; seed++) {
            assertThat(faults(shapes, graph(new GeneratedRecords(seed).dataset())))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void shapesRefuseWhatLacksItsClassesOrItsTitle() {
        Shapes shapes = shapes(shapeFiles().getFirst());
        Model untyped = graph(Examples.maize(true));
        untyped.removeAll(null, Vocabulary.TYPE, untyped.createResource(Vocabulary.FOAF + "Agent"));
        assertThat(faults(shapes, untyped)).contains("publisher").contains("creator");
        Model untitled = graph(Examples.maize(true));
        untitled.removeAll(untitled.createResource(Examples.BASE.toString()), Vocabulary.TITLE, null);
        assertThat(faults(shapes, untitled)).contains("title");
    }
}
