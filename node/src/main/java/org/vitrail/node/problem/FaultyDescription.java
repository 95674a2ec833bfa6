package org.vitrail.node.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;

/** A description with faults was not taken: told with every fault, in the language of whoever sent it. */
public class FaultyDescription extends NodeProblem {
    private static final long serialVersionUID = 1L;
    private static final Wording TEXTS = new Wording(FaultyDescription.class, "descriptions");

    private final transient List<Fault> faults;
    private final transient Map<String, String> values;
    private final String detail;

    private FaultyDescription(ProblemType type, String detail, Map<String, String> values, List<Fault> faults) {
        super(type, TEXTS.text(Language.ENGLISH, detail, values), Map.of("faults", faults));
        this.detail = detail;
        this.values = new HashMap<>(values);
        this.faults = List.copyOf(faults);
    }

    /** A deposit that stays a draft. */
    public static FaultyDescription notSubmitted(String depositId, List<Fault> faults) {
        return new FaultyDescription(
                ProblemType.INVALID_DESCRIPTION,
                faults.size() == 1 ? "not-submitted-by-one" : "not-submitted",
                Map.of("deposit", depositId, "number", String.valueOf(faults.size())),
                faults);
    }

    /** A published description that stays as it was. */
    public static FaultyDescription notRevised(List<Fault> faults) {
        return new FaultyDescription(ProblemType.INVALID_DESCRIPTION, "not-revised", Map.of(), faults);
    }

    /** What is no description at all; its faults are the detail, too. */
    static FaultyDescription unreadable(List<Fault> faults) {
        return new FaultyDescription(
                ProblemType.UNREADABLE_DESCRIPTION,
                "unreadable",
                Map.of("faults", sentences(faults, Language.ENGLISH)),
                faults);
    }

    /** What is wrong, in no particular order of importance. */
    public List<Fault> faults() {
        return faults;
    }

    /** The same for every description of this kind. */
    String title(Language language) {
        return TEXTS.text(language, type().slug() + ".title", Map.of());
    }

    /** What to do. */
    String remedy(Language language) {
        return TEXTS.text(language, type().slug() + ".remedy", Map.of());
    }

    /** What the message says, in a language. */
    public String detail(Language language) {
        Map<String, String> told = new HashMap<>(values);
        told.replace("faults", sentences(faults, language));
        return TEXTS.text(language, detail, told);
    }

    static Wording wording() {
        return TEXTS;
    }

    private static String sentences(List<Fault> faults, Language language) {
        return String.join(
                "\n", faults.stream().map(fault -> fault.sentence(language)).toList());
    }
}
