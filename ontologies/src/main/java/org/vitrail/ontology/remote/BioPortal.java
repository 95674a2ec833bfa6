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

/** BioPortal: search, annotator and recommender. Wants a key. */
public final class BioPortal implements TermService, AutoCloseable {
    private final JsonQuestions questions;

    /** @param key of an account there; sent in a header, shown nowhere */
    public BioPortal(URI base, String key, Duration timeout, Clock clock) {
        this.questions = new JsonQuestions(
                "BioPortal", base, Map.of("Authorization", "apikey token=" + key.strip()), timeout, clock);
    }

    @Override
    public String name() {
        return "BioPortal";
    }

    @Override
    public Set<Operation> offers() {
        return EnumSet.allOf(Operation.class);
    }

    @Override
    public List<RemoteTerm> search(String text, int limit) throws InterruptedException {
        JsonNode answer = questions.ask(
                "/search",
                Map.of(
                        "q",
                        RemoteTexts.beginning(text),
                        "pagesize",
                        String.valueOf(limit),
                        "include",
                        "prefLabel,synonym",
                        "display_context",
                        "false"));
        List<RemoteTerm> found = new ArrayList<>();
        answer.path("collection").forEach(each -> found.add(term(each)));
        return found.stream().limit(limit).toList();
    }

    /** Its places count from 1, the last one inclusive. */
    @Override
    public List<Mention> annotate(String text) throws InterruptedException {
        JsonNode answer = questions.ask(
                "/annotator",
                Map.of(
                        "text",
                        RemoteTexts.beginning(text),
                        "longest_only",
                        "true",
                        "include",
                        "prefLabel,synonym",
                        "display_context",
                        "false"));
        List<Mention> found = new ArrayList<>();
        answer.forEach(each -> each.path("annotations")
                .forEach(place -> found.add(new Mention(
                        place.path("from").asInt(1) - 1,
                        place.path("to").asInt(0),
                        term(each.path("annotatedClass"))))));
        return List.copyOf(found);
    }

    @Override
    public List<Recommendation> recommend(String text) throws InterruptedException {
        JsonNode answer =
                questions.ask("/recommender", Map.of("input", RemoteTexts.beginning(text), "display_context", "false"));
        List<Recommendation> found = new ArrayList<>();
        answer.forEach(each -> {
            List<String> ontologies = new ArrayList<>();
            each.path("ontologies")
                    .forEach(one -> ontologies.add(one.path("acronym").asText()));
            found.add(
                    new Recommendation(ontologies, each.path("evaluationScore").asDouble()));
        });
        return List.copyOf(found);
    }

    private static RemoteTerm term(JsonNode shown) {
        String ontology = shown.path("links").path("ontology").asText();
        return RemoteTexts.term(
                shown.path("@id").asText(),
                shown.path("prefLabel").asText(),
                ontology.substring(ontology.lastIndexOf('/') + 1),
                shown.path("synonym"));
    }

    @Override
    public void close() {
        questions.close();
    }
}
