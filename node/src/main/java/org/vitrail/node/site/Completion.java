package org.vitrail.node.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.schema.completeness.Completeness;
import org.vitrail.schema.completeness.Completeness.Suggested;
import org.vitrail.schema.completeness.ImagePlace;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;

/**
 * How complete a deposit's description is, in the visitor's language.
 *
 * @param language of all that it says, as a tag
 * @param score 0 to 100
 * @param told the score in words
 */
record Completion(String language, int score, String told, List<Suggested> suggestions) {
    private static final Wording TEXTS = new Wording(Completion.class, "deposit");

    static Completion of(Deposit deposit, Set<ImagePlace> unscaled, Language language) {
        Completeness completeness = Completeness.of(deposit.description(), unscaled, language);
        return new Completion(
                language.tag(),
                completeness.score(),
                TEXTS.text(language, "score", Map.of("score", completeness.score())),
                completeness.suggestions());
    }

    /** Heading of the section. */
    public String title() {
        return own("completeness");
    }

    /** Before the suggestions. */
    public String lead() {
        return own("help");
    }

    /** After them. */
    public String note() {
        return own("undemanded");
    }

    static String text(Language language, String key) {
        return TEXTS.text(language, key, Map.of());
    }

    static Set<String> texts(Language language) {
        return TEXTS.keys(language);
    }

    private String own(String key) {
        return text(Language.ofHeader(language), key);
    }
}
