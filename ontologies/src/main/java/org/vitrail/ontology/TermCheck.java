package org.vitrail.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.TermReference;

/** What the vocabulary says against terms that are known: obsolete, merged, or of the wrong branch for their place. */
public final class TermCheck {
    /** Methods of EDAM and OBI, and what else no branch is known of, may stand anywhere. */
    private static final Set<Branch> ORGANISMS = Set.of(Branch.ORGANISM, Branch.OTHER);

    private static final Set<Branch> METHODS = Set.of(Branch.METHOD, Branch.OTHER);
    private static final Set<Branch> ANYTHING = Set.of(Branch.values());

    private final TermTable table;

    public TermCheck(TermTable table) {
        this.table = table;
    }

    /** Also by an id that was merged into another term. */
    public boolean isKnown(String curie) {
        return table.findTerm(curie).isPresent() || table.findCurrent(curie).isPresent();
    }

    /** Every obsolete, merged or misplaced term, with its path; unknown ones are the validator's. */
    public List<Fault> faults(DatasetDescription description) {
        List<Fault> faults = new ArrayList<>();
        check("", description.organisms(), description.imagingMethods(), description.terms(), faults);
        for (int i = 0; i < description.imageSets().size(); i++) {
            ImageSet set = description.imageSets().get(i);
            check("imageSets[" + i + "].", set.organisms(), set.imagingMethods(), set.terms(), faults);
        }
        return faults;
    }

    private void check(
            String prefix,
            List<TermReference> organisms,
            List<TermReference> methods,
            List<TermReference> terms,
            List<Fault> faults) {
        check(prefix + "organisms", organisms, ORGANISMS, FaultCode.TERM_NO_ORGANISM, faults);
        check(prefix + "imagingMethods", methods, METHODS, FaultCode.TERM_NO_METHOD, faults);
        check(prefix + "terms", terms, ANYTHING, FaultCode.TERM_OBSOLETE, faults);
    }

    private void check(
            String path,
            List<TermReference> references,
            Set<Branch> branches,
            FaultCode otherwise,
            List<Fault> faults) {
        for (int i = 0; i < references.size(); i++) {
            String at = path + "[" + i + "]";
            String id = references.get(i).id();
            Optional<Term> known = table.findTerm(id);
            known.filter(Term::obsolete).ifPresent(term -> faults.add(obsolete(at, term)));
            known.filter(term -> !branches.contains(term.branch()))
                    .ifPresent(term -> faults.add(Fault.of(at, otherwise, named(term))));
            if (known.isEmpty()) {
                table.findCurrent(id).ifPresent(now -> faults.add(merged(at, id, now)));
            }
        }
    }

    private static Fault merged(String path, String id, Term now) {
        return Fault.of(path, FaultCode.TERM_MERGED, id, named(now));
    }

    private Fault obsolete(String path, Term term) {
        return table.findCurrent(term.id())
                .map(now -> Fault.of(path, FaultCode.TERM_REPLACED, named(term), named(now)))
                .orElseGet(() -> Fault.of(path, FaultCode.TERM_OBSOLETE, named(term)));
    }

    private static String named(Term term) {
        return term.id() + " (" + term.prefLabel() + ")";
    }
}
