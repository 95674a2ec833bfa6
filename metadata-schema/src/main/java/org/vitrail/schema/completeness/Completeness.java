package org.vitrail.schema.completeness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.language.Language;

/**
 * How much of what is recommended a description has, and what would help most. It says nothing about what submission demands.
 * docs/completeness.md.
 *
 * @param score 0 to 100
 * @param suggestions at most {@value #MOST_SUGGESTIONS}, what gains most first; empty where the score is 100
 */
public record Completeness(int score, List<Suggested> suggestions) {
    private static final int MOST_SUGGESTIONS = 5;

    public Completeness {
        suggestions = List.copyOf(suggestions);
    }

    /**
     * Something that would help.
     *
     * @param path of the first place where it is missing
     * @param code the same in all languages and versions
     * @param gain points by which the score rises, exactly, when it is there everywhere
     * @param message what to do
     * @param reason what it is good for
     */
    public record Suggested(String path, String code, int gain, String message, String reason) {}

    /** Looks at a description, complete or not, and tells in a language. Cost: once over all images per recommendation. */
    public static Completeness of(DatasetDescription description, Language language) {
        return of(description, Set.of(), language);
    }

    /** Likewise, knowing more. @param unscaled images whose files were read and say no pixel size */
    public static Completeness of(DatasetDescription description, Set<ImagePlace> unscaled, Language language) {
        List<Suggestion> open = Arrays.stream(Recommendation.values())
                .map(recommended -> suggestion(recommended, recommended.share(description, unscaled)))
                .filter(suggestion -> suggestion.gain() > 0)
                .sorted(Comparator.comparingInt(Suggestion::gain).reversed())
                .toList();
        int score = 100 - open.stream().mapToInt(Suggestion::gain).sum();
        return new Completeness(
                score,
                open.stream()
                        .limit(MOST_SUGGESTIONS)
                        .map(suggestion -> suggestion.in(language))
                        .toList());
    }

    private static Suggestion suggestion(Recommendation recommended, Share share) {
        int gain = recommended.weight() - share.points(recommended.weight());
        return new Suggestion(recommended, share.missing(), gain, share.of() - share.have());
    }
}
