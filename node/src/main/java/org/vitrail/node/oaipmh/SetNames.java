package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.results.Description;
import io.gdcc.xoai.model.oaipmh.results.Set;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.xml.XmlWriter;

/** Names and describes the sets that the data make: {@code organism:NCBITaxon_4577} is "Zea mays". OAI-PMH §2.6 and §4.6; contracts §1. */
@ApplicationScoped
class SetNames {
    private static final String OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    private static final Map<String, Top> TOP = Map.of(
            "organism",
            new Top("By organism", "Everything whose organism is named, with a set below for each organism."),
            "method",
            new Top("By imaging method", "Everything whose imaging method is named, with a set below for each method."),
            "openaire_data",
            new Top(
                    "OpenAIRE data",
                    "What follows the OpenAIRE Guidelines for Data Archives, in the format oai_datacite."));

    private final TermTable terms;

    SetNames(TermTable terms) {
        this.terms = terms;
    }

    /** A set that is there before there are data. */
    private record Top(String name, String description) {}

    /** The top sets, the given ones and the parents that their colons imply, named, each once, in the order of their specs. */
    List<Set> of(List<String> specs) {
        TreeMap<String, Set> sets = new TreeMap<>();
        TOP.keySet().forEach(spec -> add(sets, spec));
        for (String spec : specs) {
            for (int colon = spec.indexOf(':'); colon > 0; colon = spec.indexOf(':', colon + 1)) {
                add(sets, spec.substring(0, colon));
            }
            add(sets, spec);
        }
        return List.copyOf(sets.values());
    }

    private void add(TreeMap<String, Set> sets, String spec) {
        sets.computeIfAbsent(spec, this::set);
    }

    private Set set(String spec) {
        int colon = spec.lastIndexOf(':');
        if (colon < 0) {
            Top top = TOP.getOrDefault(spec, new Top(spec, "Everything in a set below."));
            return described(new Set().withSpec(spec).withName(top.name()), top.description(), null);
        }
        String curie = spec.substring(colon + 1).replaceFirst("_", ":");
        String name = terms.findTerm(curie).map(term -> term.prefLabel()).orElse(curie);
        String kind = spec.startsWith("organism") ? "Organism" : "Imaging method";
        return described(
                new Set().withSpec(spec).withName(XmlText.clean(name)),
                kind + ": " + name + " (" + curie + ").",
                Curie.findIri(curie).orElse(null));
    }

    /** @param identifier of what the set is about; null where nothing has one */
    private static Set described(Set set, String description, String identifier) {
        XmlWriter xml = new XmlWriter()
                .start(
                        "oai_dc:dc",
                        "xmlns:oai_dc",
                        OAI_DC,
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        OAI_DC + " http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
                .element("dc:title", set.getName())
                .element("dc:description", description)
                .element("dc:identifier", identifier)
                .end();
        set.getDescriptions().add(new Description(MetadataXml.embeddable(xml.toString())));
        return set;
    }
}
