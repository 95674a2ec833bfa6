package org.vitrail.schema.citation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.json.EmbeddableJson;

/**
 * One CSL-JSON item of type dataset, an object as DOI content negotiation gives it, not the list that the schema wraps
 * items in. Thread-safe.
 */
public final class CslWriter {

    public String write(PublishedDataset d) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", CitationKey.of(d)).put("type", "dataset");
        put(item, "title", d.title());
        if (!d.creators().isEmpty()) {
            ArrayNode authors = item.putArray("author");
            d.creators().forEach(creator -> author(authors.addObject(), creator));
        }
        if (d.published() != null) {
            LocalDate day = d.published().atOffset(ZoneOffset.UTC).toLocalDate();
            ArrayNode parts = item.putObject("issued").putArray("date-parts").addArray();
            parts.add(day.getYear()).add(day.getMonthValue()).add(day.getDayOfMonth());
        }
        put(item, "publisher", d.publisher());
        item.put("version", String.valueOf(d.version())).put("genre", "Data set");
        put(item, "DOI", d.doiRegistered() ? d.versionDoi() : null);
        put(item, "URL", CitationText.link(d));
        put(item, "abstract", d.description());
        put(item, "keyword", d.keywords().stream().distinct().collect(Collectors.joining(", ")));
        return EmbeddableJson.write(item);
    }

    private static void author(ObjectNode node, Agent agent) {
        PersonName name = PersonName.of(agent);
        if (agent.organizational()) {
            node.put("literal", OneLine.of(agent.displayName()));
        } else if (name.given().isEmpty()) {
            node.put("literal", name.family());
        } else {
            node.put("family", name.familyWithoutParticles()).put("given", name.givenWithoutParticles());
            put(node, "non-dropping-particle", name.nonDroppingParticle());
            put(node, "dropping-particle", name.droppingParticle());
            put(node, "suffix", name.suffix());
        }
    }

    private static void put(ObjectNode node, String property, String value) {
        String text = OneLine.of(value);
        if (!text.isEmpty()) {
            node.put(property, text);
        }
    }
}
