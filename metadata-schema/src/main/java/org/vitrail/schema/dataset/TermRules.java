package org.vitrail.schema.dataset;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What submission demands of ontology terms, on the data set and on its image sets. */
final class TermRules {
    private static final Pattern CURIE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_.-]+");

    private final Predicate<String> knownTerm;

    TermRules(Predicate<String> knownTerm) {
        this.knownTerm = knownTerm;
    }

    void checkDataset(DatasetDescription d, Faults faults) {
        if (missing(d, d.organisms(), ImageSet::organisms)) {
            faults.add("organisms", FaultCode.ORGANISM_MISSING);
        }
        if (missing(d, d.imagingMethods(), ImageSet::imagingMethods)) {
            faults.add("imagingMethods", FaultCode.METHOD_MISSING);
        }
        checkLists("", d.organisms(), d.imagingMethods(), d.terms(), faults);
    }

    void checkImageSet(String path, ImageSet set, Faults faults) {
        checkLists(path + ".", set.organisms(), set.imagingMethods(), set.terms(), faults);
    }

    /** True unless the data set has one, or each of its image sets has. */
    private static boolean missing(
            DatasetDescription d, List<TermReference> own, Function<ImageSet, List<TermReference>> ofSet) {
        return own.isEmpty()
                && (d.imageSets().isEmpty()
                        || d.imageSets().stream()
                                .anyMatch(set -> ofSet.apply(set).isEmpty()));
    }

    private void checkLists(
            String prefix,
            List<TermReference> organisms,
            List<TermReference> methods,
            List<TermReference> terms,
            Faults faults) {
        check(prefix + "organisms", organisms, faults);
        check(prefix + "imagingMethods", methods, faults);
        check(prefix + "terms", terms, faults);
        if (organisms.size() > 1 && organisms.stream().anyMatch(TermReference::notApplicable)) {
            faults.add(prefix + "organisms", FaultCode.ORGANISM_BESIDE_NONE);
        }
        if (methods.stream().anyMatch(TermReference::notApplicable)) {
            faults.add(prefix + "imagingMethods", FaultCode.METHOD_NOT_APPLICABLE);
        }
    }

    private void check(String path, List<TermReference> references, Faults faults) {
        for (int i = 0; i < references.size(); i++) {
            check(path + "[" + i + "]", references.get(i), faults);
        }
    }

    /** One term; nothing is said of null. */
    void checkOne(String path, TermReference reference, Faults faults) {
        if (reference != null) {
            check(path, reference, faults);
        }
    }

    private void check(String path, TermReference reference, Faults faults) {
        String id = reference.id();
        if (id == null) {
            if (Faults.blank(reference.label())) {
                faults.add(path, FaultCode.TERM_EMPTY);
            }
        } else if (!CURIE.matcher(id).matches()) {
            faults.add(path, FaultCode.TERM_ID_INVALID, id);
        } else if (!knownTerm.test(id)) {
            faults.add(path, FaultCode.TERM_UNKNOWN, id);
        }
    }
}
