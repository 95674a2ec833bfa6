package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The official shapes of DCAT-AP 3.0.1, cardinalities and ranges, judge what we write. */
class DcatApTest {
    private final DcatWriter writer = new DcatWriter();

    private Model graph(PublishedDataset dataset) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(writer.turtle(dataset), Lang.TURTLE).parse(model);
        return model;
    }

    @ParameterizedTest
    @MethodSource("org.vitrail.schema.dcat.DcatApShapes#files")
    void examplesConform(List<String> files) {
        Shapes shapes = DcatApShapes.load(files);
        for (PublishedDataset dataset :
                new PublishedDataset[] {Examples.maize(true), Examples.maize(false), Examples.embargoed()}) {
            assertThat(DcatApShapes.faults(shapes, graph(dataset))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.vitrail.schema.dcat.DcatApShapes#files")
    void generatedRecordsConform(List<String> files) {
        Shapes shapes = DcatApShapes.load(files);
        for (long seed = 0; seed < 100; seed++) {
            assertThat(DcatApShapes.faults(shapes, graph(new GeneratedRecords(seed).dataset())))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void shapesRefuseWhatLacksItsClassesOrItsTitle() {
        Shapes shapes = DcatApShapes.load(DcatApShapes.files().getFirst());
        Model untyped = graph(Examples.maize(true));
        untyped.removeAll(null, Vocabulary.TYPE, untyped.createResource(Vocabulary.FOAF + "Agent"));
        assertThat(DcatApShapes.faults(shapes, untyped)).contains("publisher").contains("creator");
        Model untitled = graph(Examples.maize(true));
        untitled.removeAll(untitled.createResource(Examples.BASE.toString()), Vocabulary.TITLE, null);
        assertThat(DcatApShapes.faults(shapes, untitled)).contains("title");
    }
}
