package org.vitrail.schema.datacite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.vitrail.schema.datacite.Resource.Award;
import org.vitrail.schema.datacite.Resource.Creator;
import org.vitrail.schema.datacite.Resource.Rights;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.json.EmbeddableJson;

/**
 * Writes the attributes object of DataCite's REST interface ({@code data.attributes} of {@code /dois}), says what
 * {@link DataCiteXmlWriter} says, and the landing page as {@code url}. {@code doi} is there only where one is
 * registered. Thread-safe.
 */
public final class DataCiteJsonWriter {
    private static final String SCHEMA_VERSION = "http://datacite.org/schema/kernel-4";

    /**
     * The data set under its concept DOI, as the OAI item and DataCite's record of all versions.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String write(PublishedDataset dataset) {
        return writeConcept(dataset, Stream.ofNullable(dataset.versionDoi()).toList());
    }

    /**
     * The data set under its concept DOI, with the DOIs of its versions.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String writeConcept(PublishedDataset dataset, List<String> versionDois) {
        return write(DatasetResource.of(dataset, versionDois));
    }

    /**
     * This version under its own DOI.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String writeVersion(PublishedDataset dataset) {
        return writeVersion(dataset, null, null);
    }

    /**
     * This version under its own DOI, with the DOIs of its neighbors.
     *
     * @param previous DOI of the version before; null if there is none
     * @param next DOI of the version after; null if there is none
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String writeVersion(PublishedDataset dataset, String previous, String next) {
        return write(DatasetResource.ofVersion(dataset, previous, next));
    }

    /**
     * The image, named by its landing page and part of its data set.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String write(PublishedImage image) {
        return write(DatasetResource.of(image));
    }

    private static String write(Resource r) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "doi", r.identifierType().equals("DOI") ? r.identifier() : null);
        citation(json, r);
        subjectsAndDates(json, r);
        otherIdentifiers(json, r);
        texts(json, "sizes", r.sizes());
        texts(json, "formats", r.formats());
        put(json, "version", r.version());
        list(json, "rightsList", r.rights(), DataCiteJsonWriter::rights);
        if (r.description() != null) {
            json.putArray("descriptions")
                    .addObject()
                    .put("description", r.description())
                    .put("descriptionType", "Abstract");
        }
        list(json, "fundingReferences", r.funding(), DataCiteJsonWriter::award);
        put(json, "url", r.page());
        return EmbeddableJson.write(json.put("schemaVersion", SCHEMA_VERSION));
    }

    /** What the standard demands. */
    private static void citation(ObjectNode json, Resource r) {
        list(json, "creators", r.creators(), DataCiteJsonWriter::creator);
        json.putArray("titles").addObject().put("title", r.title());
        json.putObject("publisher").put("name", r.publisher());
        json.put("publicationYear", r.publicationYear());
        json.putObject("types")
                .put("resourceTypeGeneral", r.resourceTypeGeneral())
                .put("resourceType", r.resourceType());
    }

    private static void subjectsAndDates(ObjectNode json, Resource r) {
        list(json, "subjects", r.subjects(), (node, subject) -> {
            put(node, "subject", subject.text());
            put(node, "subjectScheme", subject.scheme());
            put(node, "valueUri", subject.valueUri());
        });
        list(
                json,
                "dates",
                r.dates(),
                (node, date) -> node.put("date", date.day()).put("dateType", date.type()));
    }

    private static void otherIdentifiers(ObjectNode json, Resource r) {
        list(
                json,
                "alternateIdentifiers",
                r.alternateIdentifiers(),
                (node, other) -> node.put("alternateIdentifier", other.identifier())
                        .put("alternateIdentifierType", other.type()));
        list(json, "relatedIdentifiers", r.relatedIdentifiers(), (node, related) -> {
            node.put("relatedIdentifier", related.identifier())
                    .put("relatedIdentifierType", related.type())
                    .put("relationType", related.relation());
            put(node, "resourceTypeGeneral", related.generalType());
        });
    }

    private static void award(ObjectNode node, Award award) {
        node.put("funderName", award.funder());
        put(node, "funderIdentifier", award.id());
        put(node, "funderIdentifierType", award.idType());
        put(node, "awardNumber", award.number());
        put(node, "awardUri", award.number() == null ? null : award.uri());
        put(node, "awardTitle", award.title());
    }

    private static void creator(ObjectNode node, Creator c) {
        node.put("name", c.name()).put("nameType", c.organizational() ? "Organizational" : "Personal");
        put(node, "givenName", c.givenName());
        put(node, "familyName", c.familyName());
        ArrayNode identifiers = JsonNodeFactory.instance.arrayNode();
        nameIdentifier(identifiers, c.orcid(), "ORCID", DataCiteXmlWriter.ORCID);
        nameIdentifier(identifiers, c.organizational() ? c.ror() : null, "ROR", DataCiteXmlWriter.ROR);
        if (!identifiers.isEmpty()) {
            node.set("nameIdentifiers", identifiers);
        }
        if (c.affiliation() != null) {
            ObjectNode affiliation = node.putArray("affiliation").addObject().put("name", c.affiliation());
            if (c.ror() != null) {
                affiliation
                        .put("affiliationIdentifier", c.ror())
                        .put("affiliationIdentifierScheme", "ROR")
                        .put("schemeUri", DataCiteXmlWriter.ROR);
            }
        }
    }

    private static void nameIdentifier(ArrayNode identifiers, String url, String scheme, String schemeUri) {
        if (url != null) {
            identifiers
                    .addObject()
                    .put("nameIdentifier", url)
                    .put("nameIdentifierScheme", scheme)
                    .put("schemeUri", schemeUri);
        }
    }

    private static void rights(ObjectNode node, Rights r) {
        put(node, "rights", r.text());
        put(node, "rightsUri", r.uri());
        if (r.spdx() != null) {
            node.put("rightsIdentifier", r.spdx())
                    .put("rightsIdentifierScheme", "SPDX")
                    .put("schemeUri", DataCiteXmlWriter.SPDX);
        }
    }

    private static <T> void list(ObjectNode json, String name, List<T> entries, BiConsumer<ObjectNode, T> entry) {
        if (!entries.isEmpty()) {
            ArrayNode list = json.putArray(name);
            entries.forEach(each -> entry.accept(list.addObject(), each));
        }
    }

    private static void texts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = json.putArray(name);
            texts.forEach(list::add);
        }
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
