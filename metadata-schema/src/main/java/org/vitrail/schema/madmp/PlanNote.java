package org.vitrail.schema.madmp;

import java.util.Map;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;

/**
 * Something of a plan that was not taken, or is to be looked at.
 *
 * @param path within the plan, as dataset[0].distribution[0].license[0]
 * @param value as the plan has it, shortened; empty where it says nothing to people
 */
public record PlanNote(String path, PlanRemark remark, String value) {
    private static final Wording TEXTS = new Wording(PlanNote.class, "plan");
    private static final int SHOWN = 200;

    public PlanNote {
        value = value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** A note in words. @param code the same in all languages and versions */
    public record Told(String path, String code, String message) {}

    /** What is to be said of it, in a language. */
    public Told in(Language language) {
        return new Told(path, remark.word(), TEXTS.text(language, remark.word(), Map.of("value", value)));
    }

    static Wording wording() {
        return TEXTS;
    }
}
