package org.vitrail.gateway.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.SchemaJson;

/** Makes documents of descriptions; the fields are those of mapping.json. */
@ApplicationScoped
public class RecordDocuments {
    private final TermTable table;
    private final ObjectMapper json = SchemaJson.mapper();

    RecordDocuments(TermTable table) {
        this.table = table;
    }

    /**
     * The document of a data set.
     *
     * @param node name of the node in the registry, whatever the record says
     */
    public IndexedDocument of(PublishedDataset dataset, String node, long version) {
        ObjectNode document = json.createObjectNode();
        DocumentJson fields = new DocumentJson(document);
        document.put("identifier", dataset.identifier()).put("node", node);
        fields.texts(
                "exact", exact(dataset.identifier(), dataset.accession(), dataset.conceptDoi(), dataset.versionDoi()));
        fields.text("title", dataset.title(), DocumentJson.SHORT_TEXT);
        fields.text("description", dataset.description(), DocumentJson.LONG_TEXT);
        fields.texts(
                "names",
                dataset.imageSets().stream().map(PublishedImageSet::name).toList());
        creators(fields, dataset.creators());
        fields.texts("keywords", dataset.keywords());
        fields.texts("keyword", dataset.keywords());
        new TermFields(table)
                .add(TermBranch.ORGANISM, dataset.organisms())
                .add(TermBranch.METHOD, dataset.imagingMethods())
                .addSorted(dataset.terms())
                .writeTo(document);
        fields.texts("license", licenses(dataset));
        document.put(
                "access", dataset.access() == null ? null : dataset.access().word());
        dates(document, dataset.published(), dataset.modified());
        document.put("images", dataset.imageCount()).put("sizeBytes", dataset.sizeBytes());
        DocumentJson.strings(document, "has", Features.of(dataset));
        return finish(dataset.identifier(), Repository.DATASETS, version, document, fields, dataset);
    }

    /** The document of an image. */
    public IndexedDocument of(PublishedImage image, String node, long version) {
        ObjectNode document = json.createObjectNode();
        DocumentJson fields = new DocumentJson(document);
        document.put("identifier", image.identifier()).put("node", node).put("dataset", image.datasetIdentifier());
        fields.texts("exact", exact(image.identifier(), image.imageId(), image.datasetAccession(), image.digest()));
        fields.text("title", image.name(), DocumentJson.SHORT_TEXT);
        fields.texts(
                "names",
                Stream.of(image.datasetTitle(), image.imageSet())
                        .filter(Objects::nonNull)
                        .toList());
        creators(fields, image.creators());
        new TermFields(table)
                .add(TermBranch.ORGANISM, image.organisms())
                .add(TermBranch.METHOD, image.imagingMethods())
                .addSorted(image.terms())
                .writeTo(document);
        fields.text("license", image.license(), DocumentJson.SHORT_TEXT);
        document.put("access", image.access() == null ? null : image.access().word());
        dates(document, image.published(), image.modified());
        document.put("images", 1).put("sizeBytes", image.sizeBytes());
        if (image.pixels() != null) {
            fields.text("dtype", image.pixels().dtype(), DocumentJson.SHORT_TEXT);
        }
        DocumentJson.strings(document, "has", Features.of(image));
        return finish(image.identifier(), Repository.IMAGES, version, document, fields, image);
    }

    private IndexedDocument finish(
            String identifier,
            Repository repository,
            long version,
            ObjectNode document,
            DocumentJson fields,
            Object record) {
        fields.noteTruncated();
        document.set("record", json.valueToTree(record));
        return new IndexedDocument(identifier, repository, version, document);
    }

    private static List<String> exact(String... values) {
        return Stream.of(values).filter(Objects::nonNull).toList();
    }

    private static Set<String> licenses(PublishedDataset dataset) {
        Set<String> licenses = new LinkedHashSet<>();
        Stream.concat(
                        Stream.of(dataset).map(PublishedDataset::license),
                        dataset.imageSets().stream().map(PublishedImageSet::license))
                .filter(Objects::nonNull)
                .forEach(licenses::add);
        return licenses;
    }

    private static void creators(DocumentJson fields, List<Agent> creators) {
        List<String> names = creators.stream().map(Agent::displayName).toList();
        fields.texts("creator", names);
        fields.texts(
                "creators",
                creators.stream()
                        .flatMap(agent -> Stream.of(agent.displayName(), agent.orcid(), agent.affiliation()))
                        .toList());
    }

    private static void dates(ObjectNode document, Instant published, Instant modified) {
        if (published != null) {
            document.put("published", published.toString());
            document.put(
                    "year", Integer.toString(published.atOffset(ZoneOffset.UTC).getYear()));
        }
        if (modified != null) {
            document.put("modified", modified.toString());
        }
    }
}
