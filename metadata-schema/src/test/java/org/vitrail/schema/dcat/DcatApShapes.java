package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.vitrail.schema.SharedFiles;

/** The official shapes of DCAT-AP 3.0.1. */
public final class DcatApShapes {
    private static final String FOLDER = "schemas/dcat-ap-3.0.1/";

    private DcatApShapes() {}

    /** Files that are judged by together. */
    public static List<List<String>> files() {
        return List.of(
                List.of("shacl/dcat-ap-SHACL.ttl", "shacl/ranges.ttl"),
                List.of("html/shacl/shapes.ttl", "html/shacl/range.ttl", "html/shacl/deprecateduris.ttl"));
    }

    /** The official files name some property shapes that none of them holds; only these names are left out. */
    public static Shapes load(List<String> files) {
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

    /** What the shapes refuse, one a line; empty when the graph conforms. */
    public static String faults(Shapes shapes, Model data) {
        return ShaclValidator.get().validate(shapes, data.getGraph()).getEntries().stream()
                .map(entry -> entry.resultPath() + " of " + entry.focusNode() + ": " + entry.message())
                .collect(Collectors.joining("\n"));
    }
}
