package org.vitrail.pixels.identity;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One shape of revealing text. Every repetition in a pattern is bounded or possessive, so that a text costs time in proportion to its
 * length whatever stands in it, and no stack.
 *
 * @param kind of what is revealed
 * @param needs characters of which a text must have one, so that most texts need no matching
 * @param pattern has the group {@code v}: the revealing stretch
 * @param reveals judges that stretch; false for placeholders and technical words
 */
record TextRule(IdentityFinding.Kind kind, String needs, Pattern pattern, Predicate<String> reveals) {

    /** Between a key and its value: {@code =}, {@code :}, JSON, XML elements and attributes. */
    static final String SEPARATOR = "[\"']?[ \\t]{0,4}[:=>][ \\t]{0,4}(?:<!\\[CDATA\\[)?[\"'(\\[]?[ \\t]{0,2}";

    /** One of these is in every separator. */
    static final String SEPARATORS = ":=>";

    /** One of these is in every number. */
    static final String DIGITS = "0123456789";

    /** A cue begins a word: no letter or digit before it, or a change from lower to upper case; and is no closing tag. */
    static final String START = "(?=\\p{L})(?<!</)(?:(?<![\\p{L}\\p{N}])|(?<=\\p{Ll})(?=\\p{Lu}))";

    /** Of a pattern whose letters mean what they are; cues switch case off for themselves by {@link #cue}. */
    static TextRule of(IdentityFinding.Kind kind, String needs, String pattern, Predicate<String> reveals) {
        return new TextRule(kind, needs, Pattern.compile(pattern), reveals);
    }

    private boolean isPossibleIn(String text) {
        return needs.chars().anyMatch(character -> text.indexOf(character) >= 0);
    }

    /** Alternatives whose case does not matter; a blank stands for any of space, underscore, hyphen or nothing. */
    static String cue(String alternatives) {
        return START + "(?iu:" + alternatives.replace(" ", "[ _-]{0,2}") + ")";
    }

    /** Receives each revealing stretch in its order. */
    void each(String text, Stretch stretch) {
        if (!isPossibleIn(text)) {
            return;
        }
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (reveals.test(found.group("v"))) {
                stretch.at(found.start("v"), found.end("v"));
            }
        }
    }

    /** True when the text has such a stretch. */
    boolean occurs(String text) {
        if (!isPossibleIn(text)) {
            return false;
        }
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (reveals.test(found.group("v"))) {
                return true;
            }
        }
        return false;
    }

    /** Characters from {@code start} to before {@code end}. */
    @FunctionalInterface
    interface Stretch {
        void at(int start, int end);
    }
}
