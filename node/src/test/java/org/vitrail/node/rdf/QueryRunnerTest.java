package org.vitrail.node.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.Query;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.PublishedDataset;

class QueryRunnerTest {
    private static final int DATASETS = 400;

    @TempDir
    static Path folder;

    private static OpenedGraph opened;
    private static QueryRunner runner;
    private static SparqlConfig config;

    @BeforeAll
    static void fill() {
        opened = OpenedGraph.open(folder, TermTable.builtIn(), ExampleRecords.BASE, "1", Long.MAX_VALUE, false);
        List<ChangedItem> items = new ArrayList<>();
        Map<String, PublishedDataset> datasets = new HashMap<>();
        for (int i = 1; i <= DATASETS; i++) {
            items.add(new ChangedItem(i, "d" + i, null, false));
            datasets.put(
                    ExampleRecords.path("d" + i),
                    ExampleRecords.dataset(
                            "d" + i, "Data set " + i, i % 2 == 0 ? ExampleRecords.MAIZE : ExampleRecords.MOUSE));
        }
        opened.projection().apply(items, new Projection.Records(datasets, Map.of()));
        SmallRyeConfig settings = new SmallRyeConfigBuilder()
                .withMapping(SparqlConfig.class)
                .withConverters(new org.eclipse.microprofile.config.spi.Converter[] {
                    new io.quarkus.runtime.configuration.MemorySizeConverter(),
                    new io.quarkus.runtime.configuration.DurationConverter()
                })
                .withDefaultValue("vitrail.sparql.folder", folder.toString())
                .withDefaultValue("vitrail.sparql.timeout", "2S")
                .withDefaultValue("vitrail.sparql.max-rows", "50")
                .withDefaultValue("vitrail.sparql.concurrent", "2")
                .withDefaultValue("vitrail.sparql.max-text-length", "100000")
                .build();
        config = settings.getConfigMapping(SparqlConfig.class);
        ProjectionState state = new ProjectionState(new SimpleMeterRegistry());
        state.opened(opened.store());
        runner = new QueryRunner(config, state);
    }

    @AfterAll
    static void close() {
        opened.store().close();
    }

    @Test
    void defaultGraphIsTheUnionOfAllGraphs() {
        assertThat(csv("SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a <http://www.w3.org/ns/dcat#Dataset> }"))
                .isEqualToIgnoringNewLines("n" + DATASETS);
        assertThat(csv("SELECT ?t { GRAPH <https://nantes.test/datasets/d7> {"
                        + " <https://nantes.test/datasets/d7> <http://purl.org/dc/terms/title> ?t } }"))
                .contains("Data set 7");
    }

    @Test
    void answerIsCutAtTheLimitOfRowsAndSaysSo() {
        Answer answer = answer("SELECT * { ?s ?p ?o }", ResultFormat.JSON);
        assertThat(answer.rows()).isEqualTo(50);
        assertThat(answer.cut()).isEqualTo("rows");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8).strip()).endsWith("}");
        assertThat(answer("CONSTRUCT WHERE { ?s ?p ?o }", ResultFormat.NTRIPLES).cut())
                .isEqualTo("rows");
        assertThat(answer("SELECT * { ?s ?p ?o } LIMIT 50", ResultFormat.JSON).cut())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f ?a",
                "SELECT DISTINCT ?a ?f { ?a ?b ?c . ?d ?e ?f }  ORDER BY ?f",
                "SELECT * { ?x <http://purl.org/dc/terms/title> ?t FILTER REGEX(CONCAT(?t, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), '(a|aa)+(\\\\1)?c') }",
                "SELECT (REPLACE(CONCAT(?t, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), '(a|aa)+(\\\\1)?c', 'x') AS ?y) { ?x <http://purl.org/dc/terms/title> ?t }",
                "SELECT * { ?x <http://purl.org/dc/terms/title> ?t } ORDER BY REGEX(CONCAT(?t, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), '(a|aa)+(\\\\1)?c')",
                "SELECT (SUM(IF(REGEX(CONCAT(?t, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), '(a|aa)+(\\\\1)?c'), 1, 2)) AS ?n) { ?x <http://purl.org/dc/terms/title> ?t }",
                "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
                "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?a), STR(?f)); SEPARATOR='') AS ?x) { ?a ?b ?c . ?d ?e ?f }",
                "SELECT ?z { BIND('aaaaaaaaaa' AS ?a) BIND(CONCAT(?a,?a,?a,?a,?a,?a,?a,?a,?a,?a) AS ?b) BIND(CONCAT(?b,?b,?b,?b,?b,?b,?b,?b,?b,?b) AS ?c) BIND(CONCAT(?c,?c,?c,?c,?c,?c,?c,?c,?c,?c) AS ?d) BIND(CONCAT(?d,?d,?d,?d,?d,?d,?d,?d,?d,?d) AS ?e) BIND(CONCAT(?e,?e,?e) AS ?z) }",
                "SELECT (REPLACE(REPLACE(REPLACE('aaaaaaaaaa', '.', '$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0'), '.', '$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0'), '.', '$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0') AS ?x) {}",
                "SELECT * { ?x <http://purl.org/dc/terms/title> ?t FILTER NOT EXISTS { ?a ?b ?c . ?d ?e ?f FILTER REGEX(CONCAT(?t, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), '(a|aa)+(\\\\1)?c') } }"
            })
    void queryThatCostsTooMuchIsStoppedWithAReason(String query) throws InterruptedException {
        problem(query).extracting(NodeProblem::type).isEqualTo(ProblemType.QUERY_TOO_COSTLY);
        for (int i = 0; i < 50; i++) {
            if (runner.freePlaces() == 2) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(runner.freePlaces()).as("its thread ended as well").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }",
                "SELECT * { { SELECT * { { SERVICE <http://localhost:1/> { ?s ?p ?o } } UNION { ?a ?b ?c } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?p ?o FILTER EXISTS { SERVICE <http://a/> { ?s ?p ?o } } } }",
                "SELECT (EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } AS ?x) {}",
                "SELECT * { BIND(EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } AS ?x) }",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } })",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://a/> { ?s ?p ?o } })",
                "SELECT (COUNT(IF(EXISTS { SERVICE <http://a/> { ?s ?p ?o } }, 1, 2)) AS ?n) { ?s ?p ?o }",
                "SELECT ?x { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <http://a/> { ?s ?p ?o } } AS ?x)",
                "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o MINUS { SERVICE <http://a/> { ?s ?p ?o } } }",
                "ASK { OPTIONAL { SERVICE <http://a/> { ?s ?p ?o } } }",
                "DESCRIBE ?s { GRAPH ?g { SERVICE <http://a/> { ?s ?p ?o } } }",
                "SELECT * FROM <http://a/> { ?s ?p ?o }",
                "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/js#f>(1) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#localname>(?s) AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o FILTER(<java:Evil>(?o)) } }",
                "SELECT (SUM(<java:Evil>(?o)) AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s (((<urn:a>|<urn:b>)*)/<urn:c>)* ?o }",
                "SELECT * { ?s (!<urn:a>|^!<urn:a>)* ?o }",
                "SELECT * { ?s (<urn:a>/<urn:b>/<urn:c>/<urn:d>/<urn:e>/<urn:f>/<urn:g>)+ ?o }",
                "ASK { FILTER EXISTS { ?s (!<urn:a>)+ ?o } }",
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                "DELETE WHERE { ?s ?p ?o }",
                "DROP ALL",
                "LOAD <file:///etc/passwd>"
            })
    void whatWouldLeaveTheGraphIsRefusedBeforeItRuns(String query) {
        problem(query).extracting(NodeProblem::type).isEqualTo(ProblemType.QUERY_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELEC * { ?s ?p ?o }",
                "SELECT * { ?s ?p }",
                "JSON { \"a\": ?s } WHERE { ?s ?p ?o }",
                "SELECT * { LET (?x := 1) }",
                "SELECT (CALL(<java:Evil>) AS ?x) {}",
                "SELECT ?undeclared:prefix {}",
                "SELECT * { ?s ex:p ?o }",
                ""
            })
    void whatIsNoQueryIsRefused(String query) {
        problem(query).extracting(NodeProblem::type).isEqualTo(ProblemType.MALFORMED_QUERY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (STRLANG(\"a\", \" \") AS ?y) {}",
                "SELECT (<http://www.w3.org/2001/XMLSchema#integer>() AS ?y) {}",
                "SELECT (REPLACE(\"aaa\", \"(?<n>a)\", \"${zz}\") AS ?y) {}",
                "SELECT * { ?s ?p ?o BIND(REGEX(STR(?o), CONCAT(\"[\", \"\")) AS ?x) }"
            })
    void expressionThatCannotBeComputedIsNoFaultOfTheNode(String query) {
        try {
            csv(query);
        } catch (NodeProblem told) {
            assertThat(told.type()).isIn(ProblemType.QUERY_FAILED, ProblemType.MALFORMED_QUERY);
        }
    }

    @Test
    void characterThatXmlCannotCarryIsToldInsteadOfSent() {
        assertThatThrownBy(() -> answer("SELECT (\"a\\u0001b\" AS ?x) {}", ResultFormat.XML))
                .isInstanceOfSatisfying(
                        NodeProblem.class, told -> assertThat(told.type()).isEqualTo(ProblemType.QUERY_FAILED));
    }

    @Test
    void numbersDoNotGrowWithoutEnd() {
        String square = "BIND(?%s*?%s AS ?%s) ";
        StringBuilder query = new StringBuilder("SELECT ?z { BIND(99999999999999999999 AS ?a) ");
        for (char c = 'a'; c < 'z'; c++) {
            query.append(square.formatted(c, c, (char) (c + 1)));
        }
        problem(query.append("}").toString()).extracting(NodeProblem::type).isEqualTo(ProblemType.QUERY_TOO_COSTLY);
    }

    /** TDB2's own executor fails where the first part of a query finds nothing and another pattern follows. */
    @Test
    void queryWhoseFirstPartFindsNothingHasNoRows() {
        assertThat(csv("""
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX dct: <http://purl.org/dc/terms/>
                SELECT ?name WHERE {
                  ?kind skos:broader* <urn:nothing> ; rdfs:label ?word .
                  FILTER(LANG(?word) = "en")
                  ?image a <urn:Image> ; <urn:a>/<urn:b> ?kind ; dct:title ?name .
                } ORDER BY ?name LIMIT 10
                """).strip()).isEqualTo("name");
    }

    @Test
    void parseErrorNamesLineAndColumn() {
        problem("SELECT *\nWHERE { ?s ?p . }").satisfies(problem -> {
            assertThat(problem.getMessage()).startsWith("Line 2, column");
            assertThat(problem.members()).containsEntry("line", 2).containsKey("column");
        });
    }

    @Test
    void deepNestingAndLengthAreRefused() {
        String deep = "SELECT * {" + "{".repeat(9_000) + "}".repeat(9_000) + "}";
        problem(deep).extracting(NodeProblem::type).isIn(ProblemType.QUERY_REFUSED, ProblemType.MALFORMED_QUERY);
        String sum = "SELECT (" + "(".repeat(9_000) + "1" + ")".repeat(9_000) + " AS ?x) {}";
        problem(sum).extracting(NodeProblem::type).isIn(ProblemType.QUERY_REFUSED, ProblemType.MALFORMED_QUERY);
        String values = "SELECT * { VALUES ?x { " + "1 ".repeat(10_001) + "} }";
        problem(values).satisfies(problem -> assertThat(problem.getMessage()).contains("20000"));
    }

    @Test
    void functionsOfSparqlWorkWithinTheirBounds() {
        assertThat(csv("SELECT (REPLACE('abcd', 'B(.)', '[$1]', 'i') AS ?x) {}"))
                .contains("a[c]d");
        assertThat(csv("SELECT (CONCAT('a', 'b', STR(1)) AS ?x) (REGEX('Maize', '^mai', 'i') AS ?y) {}"))
                .contains("ab1,true");
        assertThat(csv("SELECT (GROUP_CONCAT(?x; SEPARATOR='|') AS ?y) { VALUES ?x { 'a' 'b' } }"))
                .contains("a|b");
        assertThat(csv("SELECT (<http://www.w3.org/2001/XMLSchema#integer>('7') + 1 AS ?x) {}"))
                .contains("8");
    }

    @Test
    void magicPropertiesAreOrdinaryOnes() {
        assertThat(csv("SELECT ?x { ('a b' ' ') <http://jena.apache.org/ARQ/property#strSplit> ?x }"))
                .isEqualToIgnoringNewLines("x");
        assertThat(csv("SELECT ?x { ?x <java:java.lang.Runtime> 'x' }")).isEqualToIgnoringNewLines("x");
    }

    @Test
    void queryOfAClientThatWentAwayIsStopped() {
        AtomicBoolean gone = new AtomicBoolean(true);
        Query query = read("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        assertThatThrownBy(() ->
                        runner.run(query, gone::get, execution -> Answer.of(execution, ResultFormat.CSV, bounds())))
                .hasMessageContaining("Nobody waits");
    }

    @Test
    void oneQueryTooManyIsSentAwayAtOnce() {
        assertThat(runner.<ProblemType>run(
                        read("ASK {}"),
                        () -> false,
                        first -> runner.run(read("ASK {}"), () -> false, second -> typeOf(() -> csv("ASK {}")))))
                .isEqualTo(ProblemType.GRAPH_UNAVAILABLE);
    }

    private static ProblemType typeOf(Runnable work) {
        try {
            work.run();
            return null;
        } catch (NodeProblem e) {
            return e.type();
        }
    }

    private static AbstractObjectAssert<?, NodeProblem> problem(String query) {
        return assertThatThrownBy(() -> csv(query)).asInstanceOf(type(NodeProblem.class));
    }

    private static Answer.Bounds bounds() {
        return new Answer.Bounds(config.maxRows(), config.maxBytes().asLongValue());
    }

    private static Query read(String query) {
        return QueryCheck.read(query, ExampleRecords.BASE + "/", config.maxQueryLength());
    }

    private static Answer answer(String query, ResultFormat format) {
        return runner.run(read(query), () -> false, execution -> Answer.of(execution, format, bounds()));
    }

    private static String csv(String query) {
        return new String(
                answer(
                                query,
                                ResultFormat.of(read(query)).contains(ResultFormat.CSV)
                                        ? ResultFormat.CSV
                                        : ResultFormat.NTRIPLES)
                        .body(),
                StandardCharsets.UTF_8);
    }
}
