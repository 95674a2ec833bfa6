package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.AgentLinks;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.json.EmbeddableJson;
import org.vitrail.schema.xml.XmlText;

/** Writes ro-crate-metadata.json of a data set; every entity stands flat in the graph. Thread-safe. */
public final class RoCrateWriter {

    public String write(PublishedDataset d) {
        ObjectNode crate = JsonNodeFactory.instance.objectNode();
        crate.putArray("@context")
                .add("https://w3id.org/ro/crate/1.1/context")
                .addObject()
                .put("@vocab", "https://schema.org/");
        Graph graph = new Graph(crate.putArray("@graph"));
        ObjectNode descriptor = graph.entity("ro-crate-metadata.json", "CreativeWork");
        descriptor.putObject("conformsTo").put("@id", "https://w3id.org/ro/crate/1.1");
        descriptor.putObject("about").put("@id", "./");
        root(graph, d);
        return EmbeddableJson.write(crate);
    }

    private static void root(Graph graph, PublishedDataset d) {
        ObjectNode root = graph.entity("./", "Dataset");
        text(root, "name", d.title());
        text(root, "description", d.description());
        text(root, "identifier", Doi.findVersionUrl(d).orElse(d.identifier()));
        text(root, "url", String.valueOf(d.landingPage()));
        text(root, "version", String.valueOf(d.version()));
        if (d.published() != null) {
            text(
                    root,
                    "datePublished",
                    d.published().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        ArrayNode keywords = root.putArray("keywords");
        d.keywords().stream().distinct().forEach(keyword -> keywords.add(XmlText.legal(keyword)));
        license(graph, root, d.license());
        if (d.publisher() != null) {
            graph.link(root, "publisher", "#publisher", "Organization", d.publisher());
        }
        creators(graph, root, d.creators());
        terms(graph, root, "about", d.organisms(), "organism");
        terms(graph, root, "about", d.terms(), "term");
        terms(graph, root, "measurementTechnique", d.imagingMethods(), "method");
        if (d.leadImage() != null && d.leadImage().zarr() != null) {
            String zarr = d.leadImage().zarr() + "/zarr.json";
            graph.link(root, "hasPart", zarr, "File", "OME-Zarr of the first image");
            graph.entity(zarr, "File").put("encodingFormat", "application/json");
        }
    }

    private static void license(Graph graph, ObjectNode root, String license) {
        LicenseInfo known = LicenseInfo.findById(license).orElse(null);
        if (known != null) {
            graph.link(root, "license", known.url(), "CreativeWork", known.name());
        } else {
            text(root, "license", license);
        }
    }

    private static void creators(Graph graph, ObjectNode root, List<Agent> creators) {
        for (int i = 0; i < creators.size(); i++) {
            Agent agent = creators.get(i);
            boolean organization = agent.organizational();
            String id = AgentLinks.findOrcidUrl(agent)
                    .or(() -> organization ? AgentLinks.findRorUrl(agent) : Optional.empty())
                    .orElse("#creator-" + (i + 1));
            graph.link(root, "creator", id, organization ? "Organization" : "Person", agent.displayName());
            if (!organization && agent.affiliation() != null) {
                ObjectNode person = graph.entity(id, "Person");
                String place = AgentLinks.findRorUrl(agent).orElse("#affiliation-" + (i + 1));
                graph.link(person, "affiliation", place, "Organization", agent.affiliation());
            }
        }
    }

    private static void terms(Graph graph, ObjectNode root, String property, List<TermReference> terms, String kind) {
        for (int i = 0; i < terms.size(); i++) {
            TermReference term = terms.get(i);
            if (!term.notApplicable()) {
                String id = Curie.findIri(term.id()).orElse("#" + kind + "-" + (i + 1));
                graph.link(root, property, id, "DefinedTerm", term.label() == null ? term.id() : term.label());
                text(graph.entity(id, "DefinedTerm"), "termCode", term.id());
            }
        }
    }

    private static void text(ObjectNode node, String property, String value) {
        if (value != null) {
            node.put(property, XmlText.legal(value));
        }
    }
}
