package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.results.Set;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.ontology.TermTable;

/** Names the sets that the data make: {@code organism:NCBITaxon_4577} is "Zea mays". OAI-PMH §2.6; contracts §1. */
@ApplicationScoped
class SetNames {
    private static final Map<String, String> TOP = Map.of(
            "organism", "By organism",
            "method", "By imaging method",
            "openaire_data", "OpenAIRE data");

    private final TermTable terms;

    SetNames(TermTable terms) {
        this.terms = terms;
    }

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
        sets.computeIfAbsent(spec, s -> new Set().withSpec(s).withName(name(s)));
    }

    private String name(String spec) {
        int colon = spec.lastIndexOf(':');
        if (colon < 0) {
            return TOP.getOrDefault(spec, spec);
        }
        String curie = spec.substring(colon + 1).replaceFirst("_", ":");
        return XmlText.clean(terms.findTerm(curie).map(term -> term.prefLabel()).orElse(curie));
    }
}
