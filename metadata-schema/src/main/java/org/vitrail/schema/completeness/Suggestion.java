package org.vitrail.schema.completeness;

import java.util.Map;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;

/**
 * Something recommended that is not all there.
 *
 * @param path of the first place where it is missing
 * @param gain points by which the score rises when it is there everywhere; at least 1
 */
record Suggestion(Recommendation recommended, String path, int gain, long missing) {
    private static final Wording TEXTS = new Wording(Suggestion.class, "completeness");

    Completeness.Suggested in(Language language) {
        return new Completeness.Suggested(
                path,
                recommended.word(),
                gain,
                TEXTS.text(language, recommended.word(), Map.of("missing", missing)),
                TEXTS.text(language, recommended.purpose().word(), Map.of()));
    }

    static Wording wording() {
        return TEXTS;
    }
}
