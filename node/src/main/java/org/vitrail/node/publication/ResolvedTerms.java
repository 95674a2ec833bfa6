package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.TermReference;

/** Gives every known term its label, and every label that exactly names a known term its CURIE. */
@ApplicationScoped
class ResolvedTerms {
    private final TermTable table;
    private final TermLookup lookup;

    ResolvedTerms(TermTable table, TermLookup lookup) {
        this.table = table;
        this.lookup = lookup;
    }

    /** The description as it is published: terms resolved, images left to the manifest. */
    DatasetDescription published(DatasetDescription d) {
        return new DatasetDescription(
                d.title(),
                d.description(),
                d.creators(),
                d.license(),
                resolve(d.organisms(), Set.of(Branch.ORGANISM)),
                resolve(d.imagingMethods(), Set.of(Branch.METHOD)),
                resolve(d.terms(), Set.of(Branch.values())),
                d.keywords(),
                d.publications(),
                RecordAssembly.access(d),
                d.embargoUntil(),
                d.funding(),
                d.communities(),
                d.plans(),
                d.imageSets().stream().map(this::published).toList());
    }

    private ImageSet published(ImageSet set) {
        return new ImageSet(
                set.name(),
                resolve(set.organisms(), Set.of(Branch.ORGANISM)),
                resolve(set.imagingMethods(), Set.of(Branch.METHOD)),
                resolve(set.terms(), Set.of(Branch.values())),
                set.license(),
                List.of(),
                null);
    }

    private List<TermReference> resolve(List<TermReference> references, Set<Branch> branches) {
        return references.stream()
                .map(reference -> resolve(reference, branches))
                .toList();
    }

    private TermReference resolve(TermReference reference, Set<Branch> branches) {
        if (reference.toBeMapped()) {
            return lookup.search(reference.label(), 5).stream()
                    .filter(term -> branches.contains(term.branch()) && !term.obsolete())
                    .filter(isNamed(reference.label()))
                    .findFirst()
                    .map(ResolvedTerms::reference)
                    .orElse(reference);
        }
        return reference.id() == null
                ? reference
                : table.findTerm(reference.id()).map(ResolvedTerms::reference).orElse(reference);
    }

    private static Predicate<Term> isNamed(String label) {
        return term -> Stream.of(Stream.of(term.prefLabel()), term.labels().values().stream(), term.synonyms().stream())
                .flatMap(names -> names)
                .anyMatch(name -> name.equalsIgnoreCase(label.strip()));
    }

    private static TermReference reference(Term term) {
        return new TermReference(term.id(), term.prefLabel());
    }
}
