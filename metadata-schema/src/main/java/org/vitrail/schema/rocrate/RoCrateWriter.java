package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.json.EmbeddableJson;
import org.vitrail.schema.xml.XmlText;

/**
 * Writes ro-crate-metadata.json of a data set, a detached crate whose root is the landing page; every entity stands flat
 * in the graph. It claims the GIDE search profile where it has all that the profile demands. Thread-safe.
 */
public final class RoCrateWriter {
    static final String SPECIFICATION = "https://w3id.org/ro/crate/1.2";
    static final String GIDE = "https://www.gide-project.org/ro-crate/search/1.0/profile";

    public String write(PublishedDataset d) {
        ObjectNode crate = JsonNodeFactory.instance.objectNode();
        CrateContext.write(crate);
        Graph graph = new Graph(crate.putArray("@graph"));
        String rootId = XmlText.legal(String.valueOf(d.landingPage()));
        ObjectNode descriptor = graph.entity("ro-crate-metadata.json", "CreativeWork");
        ArrayNode standards = descriptor.putArray("conformsTo");
        standards.addObject().put("@id", SPECIFICATION);
        descriptor.putObject("about").put("@id", rootId);
        ObjectNode root = graph.entity(rootId, "Dataset");
        root(graph, root, d);
        if (SearchProfile.satisfiedBy(root, d)) {
            standards.addObject().put("@id", GIDE);
            graph.link(root, "conformsTo", GIDE, "CreativeWork", "GIDE search input RO-Crate profile");
        }
        return EmbeddableJson.write(crate);
    }

    private static void root(Graph graph, ObjectNode root, PublishedDataset d) {
        words(root, d);
        license(graph, root, d.license());
        CrateAgents.publisher(graph, root, d);
        CrateAgents.creators(graph, root, d.creators());
        CrateFunding.write(graph, root, d);
        CrateSubjects.write(graph, root, d);
        d.publications().stream()
                .flatMap(work -> work.findAddress().stream())
                .forEach(address -> graph.link(root, "citation", address.toString(), "CreativeWork", null));
        CrateImageSets.write(graph, root, d);
        files(graph, root, d);
        quantity(graph, root, "#image-count", d.imageCount(), "UO_0000189", "file count");
        quantity(graph, root, "#size", d.sizeBytes(), "UO_0000233", "bytes");
    }

    private static void words(ObjectNode root, PublishedDataset d) {
        Graph.text(root, "name", d.title());
        Graph.text(root, "description", XmlText.legalOrNull(d.description()) == null ? d.title() : d.description());
        Graph.text(root, "identifier", Doi.findVersionUrl(d).orElse(d.identifier()));
        Graph.text(root, "url", String.valueOf(d.landingPage()));
        Graph.text(root, "version", String.valueOf(d.version()));
        if (d.published() != null) {
            root.put(
                    "datePublished",
                    d.published().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        ArrayNode keywords = root.putArray("keywords");
        d.keywords().stream().distinct().map(XmlText::legal).forEach(keywords::add);
    }

    private static void license(Graph graph, ObjectNode root, String license) {
        LicenseInfo known = LicenseInfo.findById(license).orElse(null);
        if (known == null) {
            Graph.text(root, "license", license);
        } else {
            graph.entity(known.url(), "CreativeWork").put("name", known.name());
            root.putObject("license").put("@id", known.url());
        }
    }

    /** What of the data set can be fetched: the table of its images, and the first image where pixels are open. */
    private static void files(Graph graph, ObjectNode root, PublishedDataset d) {
        d.findImageTable()
                .ifPresent(table -> graph.link(root, "hasPart", table.toString(), "File", "Table of the images")
                        .put("encodingFormat", "text/csv"));
        if (d.leadImage() != null && d.leadImage().zarr() != null) {
            String zarr = d.leadImage().zarr() + "/zarr.json";
            graph.link(root, "hasPart", zarr, "File", "OME-Zarr of the first image")
                    .put("encodingFormat", "application/json");
        }
        if (d.leadImage() != null && d.leadImage().thumbnail() != null) {
            root.putArray("thumbnailUrl").add(d.leadImage().thumbnail().toString());
        }
    }

    private static void quantity(Graph graph, ObjectNode root, String id, long value, String unit, String unitText) {
        graph.link(root, "size", id, "QuantitativeValue", null)
                .put("value", value)
                .put("unitCode", "http://purl.obolibrary.org/obo/" + unit)
                .put("unitText", unitText);
    }
}
