package org.vitrail.gateway.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.ontology.TermLookup.Recognition;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.SchemaJson;

/** Makes hits of the engine's documents. */
@ApplicationScoped
class HitReader {
    private static final int LONGEST_DESCRIPTION = 600;

    private final Matches matches;
    private final ObjectMapper json = SchemaJson.mapper();

    HitReader(Matches matches) {
        this.matches = matches;
    }

    /** What the engine says of one document. */
    record Found(ObjectNode source, Map<String, List<String>> highlight) {}

    Hit read(SearchParameters parameters, List<Recognition> recognized, Found found) {
        List<Match> matched =
                matches.of(parameters, recognized, own(found.source().path("own")));
        Map<String, String> highlight = Highlights.best(found.highlight());
        String node = found.source().path("node").asText();
        JsonNode kept = found.source().path("record");
        return parameters.repository() == Repository.DATASETS
                ? dataset(json.convertValue(kept, PublishedDataset.class), node, matched, highlight)
                : image(json.convertValue(kept, PublishedImage.class), node, matched, highlight);
    }

    private static Hit dataset(PublishedDataset d, String node, List<Match> matched, Map<String, String> highlight) {
        boolean pixels = d.leadImage() != null;
        return new Hit(
                d.identifier(),
                d.doiRegistered() ? (d.versionDoi() != null ? d.versionDoi() : d.conceptDoi()) : null,
                node,
                d.title(),
                cut(d.description()),
                names(d.creators()),
                day(d.published()),
                d.license(),
                word(d.access()),
                d.imageCount(),
                d.sizeBytes(),
                WebAddress.safe(d.landingPage()),
                pixels ? WebAddress.safe(d.leadImage().thumbnail()) : null,
                pixels ? WebAddress.safe(d.leadImage().zarr()) : null,
                d.organisms(),
                d.imagingMethods(),
                d.terms(),
                matched,
                highlight,
                null,
                null,
                null,
                null,
                null);
    }

    private static Hit image(PublishedImage i, String node, List<Match> matched, Map<String, String> highlight) {
        return new Hit(
                i.identifier(),
                null,
                node,
                i.name(),
                null,
                names(i.creators()),
                day(i.published()),
                i.license(),
                word(i.access()),
                1,
                i.sizeBytes(),
                WebAddress.safe(i.landingPage()),
                WebAddress.safe(i.thumbnail()),
                WebAddress.safe(i.zarr()),
                i.organisms(),
                i.imagingMethods(),
                i.terms(),
                matched,
                highlight,
                i.datasetIdentifier(),
                i.datasetTitle(),
                i.imageSet(),
                i.pixels(),
                i.labels().size());
    }

    private static Map<String, List<String>> own(JsonNode own) {
        Map<String, List<String>> terms = new HashMap<>();
        own.properties().forEach(entry -> {
            List<String> ids = new ArrayList<>();
            entry.getValue().forEach(id -> ids.add(id.asText()));
            terms.put(entry.getKey(), ids);
        });
        return terms;
    }

    private static List<String> names(List<Agent> creators) {
        return creators.stream().map(Agent::displayName).toList();
    }

    private static LocalDate day(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String word(Access access) {
        return access == null ? null : access.word();
    }

    private static String cut(String text) {
        if (text == null || text.length() <= LONGEST_DESCRIPTION) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_DESCRIPTION);
        return text.substring(0, end > 0 ? end : LONGEST_DESCRIPTION) + " …";
    }
}
