package org.vitrail.cli.describe;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrail.ontology.TermCheck;
import org.vitrail.ontology.TermTable;
import org.vitrail.pixels.Printable;
import org.vitrail.schema.completeness.Completeness;
import org.vitrail.schema.completeness.Completeness.Suggested;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionValidator;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;

/** What is wrong with a description on this disk, and how complete it is. */
public final class DescriptionReport {
    private static final Wording TEXTS = new Wording(DescriptionReport.class, "check");

    private final DatasetDescription description;
    private final List<Fault> faults;

    private DescriptionReport(DatasetDescription description, List<Fault> faults) {
        this.description = description;
        this.faults = List.copyOf(faults);
    }

    /**
     * Looks at it.
     *
     * @param file it was read from; the images that it names lie beside it
     * @param licenses that the node accepts besides the usual ones
     */
    public static DescriptionReport of(
            DatasetDescription description, Path file, TermTable table, Set<String> licenses) {
        TermCheck terms = new TermCheck(table);
        List<Fault> faults = new ArrayList<>(new DescriptionValidator(terms::isKnown, licenses).validate(description));
        faults.addAll(terms.faults(description));
        faults.addAll(LocalFiles.missing(description, file.toAbsolutePath().getParent()));
        return new DescriptionReport(description, faults);
    }

    /** Whether nothing keeps it from being submitted. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** Faults, score, and what would help most, a line each. */
    public void print(PrintWriter out, Language language) {
        String heading = faults.isEmpty() ? "no-fault" : faults.size() == 1 ? "one-fault" : "faults";
        out.println(TEXTS.text(language, heading, Map.of("number", faults.size())));
        for (Fault fault : faults) {
            out.println("  " + Printable.of(fault.sentence(language)));
        }
        Completeness completeness = Completeness.of(description, language);
        out.println(TEXTS.text(language, "score", Map.of("score", completeness.score())));
        for (Suggested suggested : completeness.suggestions()) {
            out.printf(
                    "  +%-3d %s: %s %s%n", suggested.gain(), suggested.path(), suggested.message(), suggested.reason());
        }
        out.flush();
    }

    static Set<String> texts(Language language) {
        return TEXTS.keys(language);
    }
}
