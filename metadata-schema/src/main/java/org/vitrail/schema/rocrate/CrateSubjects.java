package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlText;

/** Organisms, methods and terms of a data set. GIDE search profile, "Taxon" and "DefinedTerm". */
final class CrateSubjects {
    private static final String NCBI_TAXON = "NCBITaxon:";

    private CrateSubjects() {}

    static void write(Graph graph, ObjectNode root, PublishedDataset d) {
        organisms(graph, root, "about", d.organisms());
        terms(graph, root, "about", d.terms(), "term");
        terms(graph, root, "measurementTechnique", d.imagingMethods(), "method");
        for (TermReference method : d.imagingMethods()) {
            Curie.findIri(method.id())
                    .ifPresent(iri -> graph.link(root, "measurementMethod", iri, "DefinedTerm", name(method)));
        }
    }

    /** The IRI of an organism of NCBI's taxonomy. */
    static Optional<String> findTaxon(TermReference organism) {
        return organism.id() != null && organism.id().startsWith(NCBI_TAXON)
                ? Curie.findIri(organism.id())
                : Optional.empty();
    }

    /** Links taxa as Taxon, and what else stands for an organism as a term. */
    static void organisms(Graph graph, ObjectNode from, String property, List<TermReference> organisms) {
        for (TermReference organism : organisms) {
            findTaxon(organism)
                    .ifPresent(iri -> Graph.text(
                            graph.link(from, property, iri, "Taxon", name(organism)),
                            "scientificName",
                            name(organism)));
        }
        List<TermReference> others = organisms.stream()
                .filter(organism -> findTaxon(organism).isEmpty())
                .toList();
        terms(graph, from, property, others, "organism");
    }

    private static void terms(Graph graph, ObjectNode from, String property, List<TermReference> terms, String kind) {
        for (TermReference term : terms) {
            String name = name(term);
            if (term.notApplicable() || name == null) {
                continue;
            }
            String id = Curie.findIri(term.id())
                    .orElseGet(() -> "#" + kind + "-" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            Graph.text(graph.link(from, property, id, "DefinedTerm", name), "termCode", term.id());
        }
    }

    static String name(TermReference term) {
        String label = XmlText.legalOrNull(term.label());
        return label == null ? XmlText.legalOrNull(term.id()) : label;
    }
}
