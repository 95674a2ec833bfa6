package org.vitrail.ontology;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a text, folded: no accents, no case, no ligatures, no punctuation. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** A word with its place in the text; {@code folded} is never empty. */
    record Word(String folded, int start, int end) {}

    private Words() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String folded = fold(matcher.group());
            if (!folded.isEmpty()) {
                words.add(new Word(folded, matcher.start(), matcher.end()));
            }
        }
        return words;
    }

    /** The folded words with one space between them; empty when there are none. */
    static String folded(String text) {
        StringBuilder joined = new StringBuilder();
        for (Word word : of(text)) {
            joined.append(joined.isEmpty() ? "" : " ").append(word.folded());
        }
        return joined.toString();
    }

    private static String fold(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
    }
}
