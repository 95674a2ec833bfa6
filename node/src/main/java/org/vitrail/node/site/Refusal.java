package org.vitrail.node.site;

import java.util.List;
import org.vitrail.node.problem.FaultyDescription;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.schema.dataset.Fault.Told;
import org.vitrail.schema.language.Language;

/**
 * Why something was not done.
 *
 * @param language of what it says, as a tag
 * @param title empty where nothing was refused
 * @param faults of the description; empty where those are not the reason
 */
record Refusal(String language, String title, String detail, List<Told> faults) {
    static final Refusal NONE = new Refusal(Language.ENGLISH.tag(), "", "", List.of());

    /** Problems are told in English. */
    static Refusal of(NodeProblem problem) {
        return of(Language.ENGLISH, problem.getMessage(), List.of());
    }

    /** Faults of descriptions are told in the language asked for. */
    static Refusal of(FaultyDescription problem, Language language) {
        List<Told> faults =
                problem.faults().stream().map(fault -> fault.in(language)).toList();
        return of(language, problem.detail(language), faults);
    }

    private static Refusal of(Language language, String detail, List<Told> faults) {
        return new Refusal(language.tag(), Completion.text(language, "refused"), detail, faults);
    }
}
