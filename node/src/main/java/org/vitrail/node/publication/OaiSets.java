package org.vitrail.node.publication;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.TermReference;

/** Sets that an item is in. Contracts §1; OAI-PMH 2.0 §2.6. */
final class OaiSets {
    private static final String OPENAIRE = "openaire_data";

    private OaiSets() {}

    /** A data set has all that the OpenAIRE Guidelines for Data Archives want: date, description, access right. */
    static List<String> of(PublishedDataset dataset) {
        return of(Stream.of(OPENAIRE), dataset.organisms(), dataset.imagingMethods());
    }

    /** An image is part of a data set and has no description of its own, which those guidelines want. */
    static List<String> of(PublishedImage image) {
        return of(Stream.empty(), image.organisms(), image.imagingMethods());
    }

    static List<String> of(Stream<String> plain, List<TermReference> organisms, List<TermReference> methods) {
        Set<String> sets = plain.collect(Collectors.toCollection(LinkedHashSet::new));
        organisms.forEach(term -> add(sets, "organism:", term));
        methods.forEach(term -> add(sets, "method:", term));
        return List.copyOf(sets);
    }

    private static void add(Set<String> sets, String parent, TermReference term) {
        if (term.id() != null) {
            sets.add(parent + term.id().replace(':', '_').replaceAll("[^A-Za-z0-9._~-]", "-"));
        }
    }
}
