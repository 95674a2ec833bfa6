package org.vitrail.schema.completeness;

import java.util.List;
import java.util.function.Predicate;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.TermReference;

/** What is said of the data set in words and terms. */
final class Words {
    /** Two or three sentences. */
    private static final int DETAILED = 300;

    private static final int ENOUGH_KEYWORDS = 3;

    private Words() {}

    static Share description(DatasetDescription d) {
        String text = d.description() == null ? "" : d.description().strip();
        return Share.number("description", text.codePointCount(0, text.length()), DETAILED);
    }

    static Share keywords(DatasetDescription d) {
        long filled = d.keywords().stream().filter(word -> !word.isBlank()).count();
        return Share.number("keywords", filled, ENOUGH_KEYWORDS);
    }

    static Share publication(DatasetDescription d) {
        return Share.given("publications", !d.publications().isEmpty());
    }

    /** Anatomy, cell type, treatment or whatever else: on the data set, or on each of its image sets. */
    static Share terms(DatasetDescription d) {
        Predicate<TermReference> counts = term -> term.id() != null;
        if (d.terms().stream().anyMatch(counts) || d.imageSets().isEmpty()) {
            return Share.given("terms", d.terms().stream().anyMatch(counts));
        }
        return Share.among(d.imageSets(), set -> set.terms().stream().anyMatch(counts), i -> "terms");
    }

    /** Methods that are terms already, not words that a curator has to map. */
    static Share methodTerms(DatasetDescription d) {
        Share all = mapped(d.imagingMethods(), "imagingMethods");
        for (int i = 0; i < d.imageSets().size(); i++) {
            ImageSet set = d.imageSets().get(i);
            all = all.plus(mapped(set.imagingMethods(), "imageSets[" + i + "].imagingMethods"));
        }
        return all.of() == 0 ? Share.given("imagingMethods", false) : all;
    }

    private static Share mapped(List<TermReference> references, String path) {
        return Share.among(references, term -> term.id() != null, i -> path + "[" + i + "]");
    }
}
