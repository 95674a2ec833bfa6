package org.vitrail.ontology.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Ontology Lookup Service, version 4: search. It documents neither an annotator nor a recommender; it wants no key. */
public final class Ols implements TermService, AutoCloseable {
    /** Where EMBL-EBI's answers. */
    public static final URI BASE = URI.create("https://www.ebi.ac.uk/ols4/api");

    private final JsonQuestions questions;

    public Ols(URI base, Duration timeout, Clock clock) {
        this.questions = new JsonQuestions("OLS", base, Map.of(), timeout, clock);
    }

    @Override
    public String name() {
        return "OLS";
    }

    @Override
    public Set<Operation> offers() {
        return EnumSet.of(Operation.SEARCH);
    }

    @Override
    public List<RemoteTerm> search(String text, int limit) throws InterruptedException {
        JsonNode answer = questions.ask(
                "/search",
                Map.of(
                        "q", RemoteTexts.beginning(text),
                        "rows", String.valueOf(limit),
                        "type", "class",
                        "obsoletes", "false",
                        "fieldList", "iri,label,ontology_prefix,synonym"));
        List<RemoteTerm> found = new ArrayList<>();
        answer.path("response")
                .path("docs")
                .forEach(each -> found.add(RemoteTexts.term(
                        each.path("iri").asText(),
                        each.path("label").asText(),
                        each.path("ontology_prefix").asText(),
                        each.path("synonym"))));
        return found.stream().limit(limit).toList();
    }

    /** Nothing: not offered. */
    @Override
    public List<Mention> annotate(String text) {
        return List.of();
    }

    /** Nothing: not offered. */
    @Override
    public List<Recommendation> recommend(String text) {
        return List.of();
    }

    @Override
    public void close() {
        questions.close();
    }
}
