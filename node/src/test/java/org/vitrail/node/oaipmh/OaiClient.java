package org.vitrail.node.oaipmh;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the node under test; every answer is judged by the official schemas. */
final class OaiClient {
    private static final Pattern IDENTIFIER = Pattern.compile("<identifier>oai:nantes.vitrail.example:([^<]+)<");
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");

    private final OaiSchemas schemas;

    private OaiClient(OaiSchemas schemas) {
        this.schemas = schemas;
    }

    /** Skips the test where the schemas are absent. */
    static OaiClient withSchemas() throws Exception {
        return new OaiClient(OaiSchemas.load());
    }

    String ask(String path, String query) {
        Response response = given().urlEncodingEnabled(false).get(path + "?" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualToIgnoringCase("text/xml;charset=UTF-8");
        String xml = response.asString();
        validate(xml);
        return xml;
    }

    String ask(String query) {
        return ask("/oai", query);
    }

    void validate(String xml) {
        schemas.validate(xml);
    }

    /** The identifiers of all pages, after the domain, in their order. */
    List<String> harvest(String path, String verb, String arguments) {
        String xml = ask(path, "verb=" + verb + "&" + arguments);
        List<String> all = new ArrayList<>(identifiers(xml));
        for (String token = token(xml); token != null; token = token(xml)) {
            xml = ask(path, "verb=" + verb + "&resumptionToken=" + token);
            all.addAll(identifiers(xml));
        }
        return all;
    }

    static List<String> identifiers(String xml) {
        String headers = xml.replaceAll("(?s)<about>.*?</about>", "");
        return IDENTIFIER
                .matcher(headers)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Null on the last page. */
    static String token(String xml) {
        Matcher found = TOKEN.matcher(xml);
        return found.find() ? found.group(1) : null;
    }
}
