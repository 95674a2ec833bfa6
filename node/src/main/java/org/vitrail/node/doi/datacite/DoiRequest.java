package org.vitrail.node.doi.datacite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What DataCite is told of a DOI.
 *
 * @param doi bare
 * @param url where it leads; null for a draft
 * @param xml kernel-4 metadata; null for a draft, which tells nothing of what is not published yet
 * @param event publish, register or hide; null for a draft
 */
public record DoiRequest(String doi, URI url, String xml, Event event) {

    /** What moves a DOI from state to state. */
    public enum Event {
        /** From draft or registered to findable; nothing on what is findable. */
        PUBLISH("publish"),
        /** From draft to registered; nothing on what is further. */
        REGISTER("register"),
        /** From findable to registered; nothing on a draft. */
        HIDE("hide");

        private final String word;

        Event(String word) {
            this.word = word;
        }
    }

    /** A draft, of which nothing is told but the name. */
    public static DoiRequest draft(String doi) {
        return new DoiRequest(doi, null, null, null);
    }

    /** The same with another event. */
    public DoiRequest with(Event other) {
        return new DoiRequest(doi, url, xml, other);
    }

    /** The JSON:API document. */
    String body() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode data = document.putObject("data").put("id", doi).put("type", "dois");
        ObjectNode attributes = data.putObject("attributes").put("doi", doi);
        if (event != null) {
            attributes.put("event", event.word);
        }
        if (url != null) {
            attributes.put("url", url.toString());
        }
        if (xml != null) {
            attributes.put("xml", Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
        }
        return document.toString();
    }
}
