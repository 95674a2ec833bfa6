package org.vitrail.schema.dataset;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Says what submission still demands of a description. */
public final class DescriptionValidator {
    private final Predicate<String> knownTerm;
    private final Set<String> licenses;

    public DescriptionValidator(Predicate<String> knownTerm, Set<String> licenses) {
        this.knownTerm = knownTerm;
        this.licenses = licenses;
    }

    public List<Fault> validate(DatasetDescription d) {
        throw new UnsupportedOperationException();
    }
}
