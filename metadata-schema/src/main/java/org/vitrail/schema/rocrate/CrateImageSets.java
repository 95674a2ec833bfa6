package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlText;

/**
 * Image sets in the words of the BioImage Archive, today's machine-readable REMBI: a data set there is what was taken
 * alike, with the biological entity it is of and the protocol it was acquired by.
 */
final class CrateImageSets {
    private CrateImageSets() {}

    static void write(Graph graph, ObjectNode root, PublishedDataset d) {
        graph.entity(root.get("@id").textValue(), "bia:Study");
        for (int i = 0; i < d.imageSets().size(); i++) {
            PublishedImageSet set = d.imageSets().get(i);
            String number = String.valueOf(i + 1);
            String name = XmlText.legalOrNull(set.name());
            ObjectNode entity = graph.link(
                    root, "hasPart", "#image-set-" + number, "Dataset", name == null ? "Image set " + number : name);
            graph.entity("#image-set-" + number, "bia:Dataset");
            Graph.text(entity, "description", set.imageCount() + (set.imageCount() == 1 ? " image" : " images"));
            license(graph, entity, set.license());
            biosample(graph, entity, number, set.organisms().isEmpty() ? d.organisms() : set.organisms());
            protocol(graph, entity, number, set.imagingMethods().isEmpty() ? d.imagingMethods() : set.imagingMethods());
            CrateRembi.write(graph, entity, number, set.rembi());
        }
    }

    private static void license(Graph graph, ObjectNode entity, String license) {
        LicenseInfo.findById(license).ifPresent(known -> {
            graph.entity(known.url(), "CreativeWork").put("name", known.name());
            entity.putObject("license").put("@id", known.url());
        });
    }

    private static void biosample(Graph graph, ObjectNode set, String number, List<TermReference> organisms) {
        if (organisms.stream()
                .anyMatch(organism -> CrateSubjects.findTaxon(organism).isPresent())) {
            ObjectNode sample = graph.link(
                    set,
                    "associatedBiologicalEntity",
                    "#biosample-" + number,
                    "bia:BioSample",
                    "Biological entity of image set " + number);
            CrateSubjects.organisms(graph, sample, "taxonomicRange", organisms);
        }
    }

    private static void protocol(Graph graph, ObjectNode set, String number, List<TermReference> methods) {
        List<TermReference> named = methods.stream()
                .filter(method -> !method.notApplicable() && CrateSubjects.name(method) != null)
                .toList();
        if (named.isEmpty()) {
            return;
        }
        ObjectNode protocol = graph.link(
                set,
                "associatedImageAcquisitionProtocol",
                "#acquisition-" + number,
                "bia:ImageAcquisitionProtocol",
                "Acquisition of image set " + number);
        ArrayNode names = protocol.putArray("imagingMethodName");
        named.forEach(method -> names.add(CrateSubjects.name(method)));
        List<String> fbbi = named.stream()
                .map(TermReference::id)
                .filter(id -> id != null
                        && id.startsWith("FBbi:")
                        && Curie.findIri(id).isPresent())
                .toList();
        if (!fbbi.isEmpty()) {
            ArrayNode ids = protocol.putArray("fbbiId");
            fbbi.forEach(ids::add);
        }
    }
}
