package org.vitrail.node.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.node.rdf.ExampleRecords.BASE;
import static org.vitrail.node.rdf.ExampleRecords.MAIZE;
import static org.vitrail.node.rdf.ExampleRecords.MOUSE;
import static org.vitrail.node.rdf.ExampleRecords.dataset;
import static org.vitrail.node.rdf.ExampleRecords.image;
import static org.vitrail.node.rdf.ExampleRecords.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.node.rdf.Projection.Records;
import org.vitrail.ontology.TermTable;

class ProjectionTest {
    private static final String FORM = "1 " + BASE;

    @TempDir
    Path folder;

    private OpenedGraph opened;

    @BeforeEach
    void open() {
        opened = reopen(100, false);
    }

    @AfterEach
    void close() {
        opened.store().close();
    }

    @Test
    void eachThingHasAGraphNamedByItsAddress() {
        opened.projection().apply(items(), records());

        assertThat(graphs()).contains(BASE + path("aaa"), BASE + path("bbb"), BASE + path("aaa", "one"));
        assertThat(opened.projection().cursor()).isEqualTo(3);
    }

    @Test
    void changedThingIsReplacedAsAWhole() {
        opened.projection().apply(items(), records());
        int before = graph(path("aaa")).size();
        opened.projection()
                .apply(
                        List.of(new ChangedItem(4, "aaa", null, false)),
                        new Records(Map.of(path("aaa"), dataset("aaa", "Other title", MAIZE)), Map.of()));

        Graph graph = graph(path("aaa"));
        assertThat(graph.size()).isEqualTo(before);
        assertThat(Iter.toList(graph.find(NodeFactory.createURI(BASE + path("aaa")), dct("title"), Node.ANY)))
                .extracting(triple -> triple.getObject().getLiteralLexicalForm())
                .containsExactly("Other title");
    }

    @Test
    void deletedThingAndThingNoLongerPublishedHaveNoGraph() {
        opened.projection().apply(items(), records());
        opened.projection()
                .apply(
                        List.of(new ChangedItem(4, "aaa", null, true), new ChangedItem(5, "bbb", null, false)),
                        new Records(Map.of(), Map.of()));

        assertThat(graphs())
                .doesNotContain(BASE + path("aaa"), BASE + path("bbb"))
                .contains(BASE + path("aaa", "one"));
        assertThat(opened.projection().cursor()).isEqualTo(5);
    }

    @Test
    void batchThatFailsLeavesNothingAndNotEvenItsPlace() {
        opened.projection().apply(items(), records());
        Records broken = new Records(Map.of(path("ccc"), dataset("ccc", "Never seen", MOUSE)), Map.of());
        List<ChangedItem> batch = new java.util.ArrayList<>(List.of(new ChangedItem(7, "ccc", null, false)));
        batch.add(null);

        assertThatThrownBy(() -> opened.projection().apply(batch, broken)).isInstanceOf(NullPointerException.class);
        assertThat(graphs()).doesNotContain(BASE + path("ccc"));
        assertThat(opened.projection().cursor()).isEqualTo(3);
        opened.projection().apply(List.of(new ChangedItem(7, "ccc", null, false)), broken);
        assertThat(broader(MOUSE.id()))
                .as("terms of the batch that failed are written later")
                .isNotEmpty();
    }

    @Test
    void projectionGoesOnWhereItWasAfterARestart() {
        opened.projection().apply(items(), records());
        opened.store().close();
        opened = reopen(100, false);

        assertThat(opened.projection().cursor()).isEqualTo(3);
        assertThat(graph(path("aaa")).size()).isPositive();
    }

    @Test
    void termsInUseHaveLabelsAndAllThatIsAboveThem() {
        opened.projection().apply(items(), records());

        Node maize = NodeFactory.createURI("http://purl.obolibrary.org/obo/NCBITaxon_4577");
        assertThat(terms(maize, Words.LABEL))
                .anySatisfy(label -> assertThat(label).contains("Zea mays"));
        Set<String> above = TermTable.builtIn().ancestors(MAIZE.id());
        assertThat(above).hasSizeGreaterThan(1);
        for (String id : above) {
            assertThat(read(() -> opened.store()
                            .graph()
                            .contains(Words.TERMS, Node.ANY, Words.NOTATION, NodeFactory.createLiteralString(id))))
                    .as(id)
                    .isTrue();
        }
    }

    @Test
    void replayMakesTheSameGraphsAsLiveChanges() {
        opened.projection().apply(items(), records());
        opened.projection().apply(List.of(new ChangedItem(4, "bbb", null, true)), new Records(Map.of(), Map.of()));
        Map<String, Graph> live = copy();
        opened.store().close();
        opened = reopen(100, true);
        assertThat(opened.projection().cursor()).isZero();
        for (ChangedItem item : List.of(
                new ChangedItem(1, "aaa", null, false),
                new ChangedItem(3, "aaa", "one", false),
                new ChangedItem(4, "bbb", null, true))) {
            opened.projection().apply(List.of(item), records());
        }

        Map<String, Graph> replayed = copy();
        assertThat(replayed.keySet()).isEqualTo(live.keySet());
        live.keySet().stream()
                .filter(name -> name.startsWith(BASE))
                .forEach(name -> assertThat(replayed.get(name).isIsomorphicWith(live.get(name)))
                        .as(name)
                        .isTrue());
    }

    @Test
    void graphOfAnotherAddressOrAnotherDatabaseIsMadeAnew() {
        opened.projection().apply(items(), records());
        opened.store().close();
        opened =
                OpenedGraph.open(folder, TermTable.builtIn(), "https://moved.test", "1 https://moved.test", 100, false);
        assertThat(opened.projection().cursor()).isZero();
        assertThat(graphs()).doesNotContain(BASE + path("aaa"));

        opened.projection().apply(List.of(new ChangedItem(90, "aaa", null, true)), new Records(Map.of(), Map.of()));
        opened.store().close();
        opened = OpenedGraph.open(folder, TermTable.builtIn(), "https://moved.test", "1 https://moved.test", 50, false);
        assertThat(opened.projection().cursor()).isZero();
    }

    @Test
    void damagedGraphIsMadeAnew() throws IOException {
        opened.projection().apply(items(), records());
        opened.store().close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(bpt|dat|idn|obj|jrnl)"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        opened = reopen(100, false);
        assertThat(opened.projection().cursor()).isZero();
        opened.projection().apply(items(), records());
        assertThat(graphs()).contains(BASE + path("aaa"));
    }

    @Test
    void graphInUseIsNotTakenForADamagedOne() {
        opened.projection().apply(items(), records());
        assertThatThrownBy(() -> reopen(100, false))
                .isInstanceOf(GraphStore.InUse.class)
                .hasMessageContaining("vitrail.sparql.folder");
        assertThat(opened.projection().cursor()).isEqualTo(3);
    }

    private OpenedGraph reopen(long lastGiven, boolean rebuild) {
        return OpenedGraph.open(folder, TermTable.builtIn(), BASE, FORM, lastGiven, rebuild);
    }

    private static List<ChangedItem> items() {
        return List.of(
                new ChangedItem(1, "aaa", null, false),
                new ChangedItem(2, "bbb", null, false),
                new ChangedItem(3, "aaa", "one", false));
    }

    private static Records records() {
        return new Records(
                Map.of(path("aaa"), dataset("aaa", "Maize", MAIZE), path("bbb"), dataset("bbb", "Mouse", MOUSE)),
                Map.of(path("aaa", "one"), image("aaa", "one", MAIZE, 0.2)));
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return opened.store().read(work);
    }

    private Set<String> graphs() {
        return copy().keySet();
    }

    private Graph graph(String path) {
        return copy().getOrDefault(BASE + path, GraphFactory.createDefaultGraph());
    }

    private Map<String, Graph> copy() {
        return read(() -> {
            DatasetGraph graph = opened.store().graph();
            return Iter.toList(graph.listGraphNodes()).stream().collect(Collectors.toMap(Node::getURI, name -> {
                Graph copy = GraphFactory.createDefaultGraph();
                graph.getGraph(name).find().forEachRemaining(copy::add);
                return copy;
            }));
        });
    }

    private List<String> broader(String curie) {
        Node subject = NodeFactory.createURI("http://purl.obolibrary.org/obo/" + curie.replace(':', '_'));
        return terms(subject, Words.BROADER);
    }

    private List<String> terms(Node subject, Node property) {
        return read(() -> Iter.toList(opened.store().graph().find(Words.TERMS, subject, property, Node.ANY)).stream()
                .map(quad -> quad.getObject().toString())
                .toList());
    }

    private static Node dct(String name) {
        return NodeFactory.createURI("http://purl.org/dc/terms/" + name);
    }
}
