package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.GeneratedRecords;

class VitrailTriplesTest {
    private final VitrailTriples triples = new VitrailTriples();
    private final VitrailRdfWriter text = new VitrailRdfWriter();

    @Test
    void statementsAreThoseOfTheText() {
        for (long seed = 0; seed < 200; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            var dataset = records.dataset();
            var image = records.image();
            Graph ofDataset = GraphFactory.createDefaultGraph();
            triples.write(dataset, ofDataset::add);
            Graph ofImage = GraphFactory.createDefaultGraph();
            triples.write(image, ofImage::add);
            assertThat(ofDataset.isIsomorphicWith(parsed(text.write(dataset))))
                    .as("data set of seed %d", seed)
                    .isTrue();
            assertThat(ofImage.isIsomorphicWith(parsed(text.write(image))))
                    .as("image of seed %d", seed)
                    .isTrue();
        }
    }

    private static Graph parsed(String rdfxml) {
        Model model = ModelFactory.createDefaultModel();
        model.read(new StringReader(rdfxml), null, "RDF/XML");
        return model.getGraph();
    }
}
