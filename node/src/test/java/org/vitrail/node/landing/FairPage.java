package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.vitrail.node.access.PublicAddress;

/** A landing page as an assessing program meets it: nothing is known but its address. */
final class FairPage {
    private static final Pattern LINK = Pattern.compile("<([^>]*)>((?:; *[a-z]+=\"[^\"]*\")*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("; *([a-z]+)=\"([^\"]*)\"");
    private static final Pattern JSON_LD = Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>");

    private final PublicAddress address;
    private final Response response;
    private final String path;

    FairPage(PublicAddress address, String path) {
        this.address = address;
        this.path = path;
        this.response = given().accept("text/html").get(path);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    /** A link of the header with its attributes, {@code rel} among them. */
    record Link(String target, Map<String, String> attributes) {
        String relation() {
            return attributes.get("rel");
        }

        String type() {
            return attributes.getOrDefault("type", "");
        }
    }

    List<Link> links() {
        return links(response);
    }

    List<Link> links(String relation) {
        return links().stream().filter(link -> relation.equals(link.relation())).toList();
    }

    /** Links of any answer's header. */
    static List<Link> links(Response response) {
        return parse(String.join(", ", response.headers().getValues("Link")));
    }

    /** Links of a header's value, or of a document in its syntax. */
    static List<Link> parse(String text) {
        List<Link> links = new ArrayList<>();
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            Map<String, String> attributes = new HashMap<>();
            ATTRIBUTE.matcher(link.group(2)).results().forEach(a -> attributes.put(a.group(1), a.group(2)));
            links.add(new Link(link.group(1), attributes));
        }
        return links;
    }

    /** What the page says of itself in JSON-LD. */
    JsonNode jsonLd() {
        Matcher script = JSON_LD.matcher(response.asString());
        assertThat(script.find()).as("JSON-LD in the page").isTrue();
        try {
            return new ObjectMapper().readTree(script.group(1));
        } catch (JsonProcessingException e) {
            throw new AssertionError("JSON-LD of the page is no JSON", e);
        }
    }

    /** The graph that negotiation gives. */
    Model graph(String type, Lang language) {
        Response negotiated = given().accept(type).get(path);
        assertThat(negotiated.contentType()).startsWith(type);
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(negotiated.asString(), language).parse(model);
        return model;
    }

    /** Fetches an address of this node, wherever it listens in the test. */
    Response follow(String target) {
        String base = address.of("").toString();
        assertThat(target).startsWith(base);
        URI uri = URI.create(target);
        return given().urlEncodingEnabled(false)
                .get(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }
}
