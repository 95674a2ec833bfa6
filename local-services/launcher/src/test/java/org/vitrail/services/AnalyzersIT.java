package org.vitrail.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzersIT {

    @Test
    void analyzersFoldStemAndCompleteFrenchAndEnglish() {
        URI engine = TestServices.elasticsearch();
        assertThat(tokens(engine, "{\"analyzer\":\"english\",\"text\":\"The migrating cells\"}"))
                .containsExactly("migrat", "cell");
        assertThat(tokens(engine, "{\"analyzer\":\"french\",\"text\":\"L'œil des poissons\"}"))
                .contains("poison");
        assertThat(tokens(engine, """
                        {"tokenizer":"standard","text":"<b>Maïs</b> Tissues","char_filter":["html_strip"],
                         "filter":["lowercase","asciifolding",{"type":"stop","stopwords":"_english_"},
                                   {"type":"stemmer","language":"light_english"},
                                   {"type":"synonym_graph","synonyms":["mais, maize"]}]}""")).contains("mai", "maize", "tissue");
        assertThat(tokens(
                        engine,
                        "{\"tokenizer\":\"keyword\",\"filter\":[{\"type\":\"edge_ngram\",\"min_gram\":2,\"max_gram\":3}],"
                                + "\"text\":\"maize\"}"))
                .containsExactly("ma", "mai");
    }

    private List<String> tokens(URI engine, String request) {
        List<String> tokens = new ArrayList<>();
        try {
            JsonNode answer = LocalHttp.JSON.readTree(put(engine.resolve("/_analyze"), request, "POST"));
            answer.path("tokens")
                    .forEach(token -> tokens.add(token.path("token").asText()));
            assertThat(tokens).as(answer.toString()).isNotEmpty();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        return tokens;
    }

    private static String put(URI address, String body, String method) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
