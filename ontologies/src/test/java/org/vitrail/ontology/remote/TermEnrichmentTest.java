package org.vitrail.ontology.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.ontology.fetch.StandInServer;
import org.vitrail.ontology.remote.CircuitBreaker.State;
import org.vitrail.ontology.remote.TermService.Mention;
import org.vitrail.ontology.remote.TermService.Recommendation;
import org.vitrail.ontology.remote.TermService.RemoteTerm;

/** Against stand-ins written from what the services document. */
class TermEnrichmentTest {
    private static final String KEY = "5ec4e7";
    private static final String CLASS = """
            {"prefLabel": "neuron", "synonym": ["nerve cell"], "@id": "http://purl.obolibrary.org/obo/CL_0000540",
             "links": {"ontology": "https://data.bioontology.org/ontologies/CL"}}""";
    private static final String DOCS = """
            {"response": {"numFound": 1, "docs": [{"iri": "http://purl.obolibrary.org/obo/CL_0000540", "label": "neuron",
             "ontology_prefix": "CL", "synonym": ["nerve cell"]}]}}""";

    private final HandClock clock = new HandClock();
    private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(30), clock);
    private StandInServer server;
    private BioPortal bioPortal;
    private Ols ols;

    @BeforeEach
    void start() throws Exception {
        server = new StandInServer();
        bioPortal = new BioPortal(server.base(), KEY, Duration.ofSeconds(20), clock);
        ols = new Ols(server.base(), Duration.ofSeconds(20), clock);
    }

    @AfterEach
    void stop() {
        bioPortal.close();
        ols.close();
        server.close();
    }

    private TermEnrichment enrichment(TermService service) {
        return new TermEnrichment(service, breaker, new AnswerCache(2, Duration.ofMinutes(10), clock));
    }

    private void answer(String path, int status, String body) {
        server.on(path, exchange -> StandInServer.send(exchange, status, body));
    }

    @Test
    void bioPortalSearchesAnnotatesAndRecommends() {
        answer("/search", 200, "{\"page\": 1, \"collection\": [" + CLASS + "]}");
        answer(
                "/annotator",
                200,
                "[{\"annotatedClass\": " + CLASS
                        + ", \"annotations\": [{\"from\": 3, \"to\": 8, \"matchType\": \"PREF\", \"text\": \"NEURON\"}]}]");
        answer(
                "/recommender",
                200,
                "[{\"evaluationScore\": 0.8, \"ontologies\": [{\"acronym\": \"CL\"}, {\"acronym\": \"FBbi\"}]}]");
        TermEnrichment enrichment = enrichment(bioPortal);
        RemoteTerm neuron = new RemoteTerm(
                "http://purl.obolibrary.org/obo/CL_0000540", "CL:0000540", "neuron", "CL", List.of("nerve cell"));
        assertThat(enrichment.search("nerve & cell", 5).found()).containsExactly(neuron);
        assertThat(enrichment.annotate("a neuron").found()).containsExactly(new Mention(2, 8, neuron));
        assertThat(enrichment.recommend("a neuron").found())
                .containsExactly(new Recommendation(List.of("CL", "FBbi"), 0.8));
        assertThat(server.asked()).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.authorization()).isEqualTo("apikey token=" + KEY);
            assertThat(asked.path()).doesNotContain(KEY);
        });
        assertThat(server.asked().getFirst().path()).contains("q=nerve+%26+cell");
    }

    @Test
    void olsSearchesWithoutKeyAndOffersNothingElse() {
        answer("/search", 200, DOCS);
        TermEnrichment enrichment = enrichment(ols);
        assertThat(enrichment.search("neuron", 5).found())
                .extracting(RemoteTerm::curie)
                .containsExactly("CL:0000540");
        assertThat(enrichment.annotate("neuron").why()).hasValue("OLS does not offer this");
        assertThat(enrichment.recommend("neuron").found()).isEmpty();
        assertThat(server.asked())
                .extracting(StandInServer.Asked::authorization)
                .containsOnlyNulls();
    }

    @Test
    void answersAreRememberedForAWhileAndNotMany() {
        answer("/search", 200, DOCS);
        TermEnrichment enrichment = enrichment(ols);
        enrichment.search("a", 5);
        assertThat(enrichment.search("a", 5).found()).hasSize(1);
        assertThat(server.asked()).hasSize(1);
        enrichment.search("b", 5);
        enrichment.search("c", 5);
        enrichment.search("a", 5);
        assertThat(server.asked()).as("a was forgotten for c").hasSize(4);
        clock.pass(Duration.ofMinutes(10));
        enrichment.search("a", 5);
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void failingServiceIsLeftAloneAndTriedAgain() {
        answer("/search", 500, "no " + KEY);
        TermEnrichment enrichment = enrichment(bioPortal);
        assertThat(enrichment.search("a", 5).why()).hasValue("BioPortal answered 500");
        enrichment.search("b", 5);
        assertThat(enrichment.search("c", 5).why())
                .hasValueSatisfying(why -> assertThat(why).contains("left alone"));
        assertThat(server.asked()).hasSize(2);
        clock.pass(Duration.ofSeconds(30));
        enrichment.search("c", 5);
        assertThat(server.asked()).hasSize(3);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "Thu, 01 Jan 2026 00:02:00 GMT"})
    void tooManyRequestsIsHeeded(String retryAfter) {
        server.on("/search", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            StandInServer.send(exchange, 429, "");
        });
        TermEnrichment enrichment = enrichment(ols);
        assertThat(enrichment.search("a", 5).why()).hasValue("OLS answered 429");
        clock.pass(Duration.ofSeconds(119));
        enrichment.search("a", 5);
        assertThat(server.asked()).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        enrichment.search("a", 5);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void slowServiceIsNotWaitedFor() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.on("/search", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (Ols hasty = new Ols(server.base(), Duration.ofMillis(200), clock)) {
            assertThat(enrichment(hasty).search("a", 5).why()).hasValue("OLS did not answer within 200 ms");
        }
        over.countDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{\"response\": "})
    void answerThatIsNoJsonIsAFailure(String body) {
        answer("/search", 200, body);
        assertThat(enrichment(ols).search("a", 5).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "{\"response\": {\"docs\": [1, null, {}]}}", "{\"response\": 7}"})
    void answerOfAnotherShapeHarmsNothing(String body) {
        answer("/search", 200, body);
        assertThat(enrichment(ols).search("a", 5).why()).isEmpty();
        assertThat(enrichment(bioPortal).search("a", 5).why()).isEmpty();
    }

    @Test
    void redirectAndEndlessAnswerAreFailures() {
        server.on("/search", exchange -> StandInServer.redirect(exchange, "http://127.0.0.1:1/"));
        assertThat(enrichment(bioPortal).search("a", 5).why()).hasValue("BioPortal answered 302");
        server.on("/annotator", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[1 << 16]);
                }
            }
        });
        assertThat(enrichment(bioPortal).annotate("a").why()).hasValue("BioPortal could not be asked");
    }

    @Test
    void serviceThatIsNotThereHarmsNothing() {
        server.close();
        assertThat(enrichment(ols).search("a", 5).why()).hasValue("OLS could not be asked");
    }

    @Test
    void onlyTheBeginningOfALongTextIsSent() {
        answer("/annotator", 200, "[]");
        enrichment(bioPortal).annotate("x".repeat(1499) + "\uD83D\uDD2C" + "y".repeat(1_000_000));
        assertThat(server.asked().getFirst().path())
                .contains("text=" + "x".repeat(1499))
                .doesNotContain("y".repeat(3));
    }
}
