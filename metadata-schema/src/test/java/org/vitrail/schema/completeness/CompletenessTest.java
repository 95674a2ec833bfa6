package org.vitrail.schema.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.schema.FrenchTypography;
import org.vitrail.schema.completeness.Completeness.Suggested;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.language.Language;

class CompletenessTest {
    private static Completeness of(DatasetDescription description) {
        return Completeness.of(description, Drafts.UNSCALED, Language.ENGLISH);
    }

    @Test
    void weightsTogetherAreAHundred() {
        assertThat(Arrays.stream(Recommendation.values())
                        .mapToInt(Recommendation::weight)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void emptyDraftHasNothingAndIsToldTheMostUsefulFirst() {
        Completeness empty = of(Drafts.read(Drafts.empty()));
        assertThat(empty.score()).isEqualTo(Recommendation.PIXEL_SIZES.weight());
        assertThat(empty.suggestions())
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparingInt(Suggested::gain).reversed());
    }

    @Test
    void whatHasAllScoresAHundredAndIsToldNothing() {
        ObjectNode full = Drafts.empty();
        for (Recommendation recommended : Recommendation.values()) {
            Drafts.fulfil(recommended, full);
        }
        assertThat(of(Drafts.read(full))).isEqualTo(new Completeness(100, java.util.List.of()));
    }

    /** What is promised is kept, whatever the description has already. */
    @Test
    void doingWhatIsSuggestedRaisesTheScoreByExactlyTheGain() {
        int followed = 0;
        for (long seed = 0; seed < 400; seed++) {
            ObjectNode draft = Drafts.random(new Random(seed));
            Set<ImagePlace> unscaled = Drafts.images(draft);
            Completeness before = Completeness.of(Drafts.read(draft), unscaled, Language.ENGLISH);
            for (Suggested suggested : before.suggestions()) {
                ObjectNode better = draft.deepCopy();
                Drafts.fulfil(recommendation(suggested), better);
                assertThat(Completeness.of(Drafts.read(better), unscaled, Language.ENGLISH)
                                .score())
                        .as("seed %d, %s: %s", seed, suggested, draft)
                        .isEqualTo(before.score() + suggested.gain());
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(1000);
    }

    @Test
    void partOfWhatIsSuggestedGivesPartOfTheGain() {
        ObjectNode draft = Drafts.empty();
        Drafts.fulfil(Recommendation.ORCIDS, draft);
        int all = of(Drafts.read(draft)).score();
        draft.withArray("creators").addObject().put("name", "Depositor, Another");
        Completeness half = of(Drafts.read(draft));
        assertThat(half.score()).isEqualTo(all - Recommendation.ORCIDS.weight() / 2);
    }

    /** Nobody shall write what the files say, before they are read. */
    @Test
    void pixelSizesAreAskedForOnlyWhereAFileSaysNone() {
        ObjectNode draft = Drafts.empty();
        draft.withArray("imageSets").addObject().withArray("images").addObject();
        DatasetDescription read = Drafts.read(draft);
        assertThat(Recommendation.PIXEL_SIZES.share(read, Set.of()).points(12)).isEqualTo(12);
        assertThat(Recommendation.PIXEL_SIZES.share(read, Drafts.UNSCALED).points(12))
                .isZero();
        assertThat(Completeness.of(read, Language.ENGLISH).score() - of(read).score())
                .isEqualTo(12);
    }

    @Test
    void organizationsNeedNoOrcid() {
        ObjectNode draft = Drafts.empty();
        draft.withArray("creators").addObject().put("organization", "Platform");
        Suggestion none = new Suggestion(
                Recommendation.ORCIDS,
                Recommendation.ORCIDS.share(Drafts.read(draft), Drafts.UNSCALED).missing(),
                0,
                0);
        assertThat(none.path()).isEmpty();
        assertThat(Recommendation.ORCIDS
                        .share(Drafts.read(draft), Drafts.UNSCALED)
                        .points(10))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(Recommendation.class)
    void suggestionNamesTheFirstPlaceWhereSomethingIsMissing(Recommendation recommended) {
        ObjectNode draft = Drafts.empty();
        draft.withArray("imageSets").addObject().withArray("images").addObject();
        assertThat(recommended.share(Drafts.read(draft), Drafts.UNSCALED).missing())
                .isNotEmpty();
        ObjectNode full = Drafts.empty();
        Drafts.fulfil(recommended, full);
        assertThat(recommended.share(Drafts.read(full), Drafts.UNSCALED).missing())
                .isEmpty();
    }

    @Test
    void textsSayTheSameThingsInBothLanguagesAndNoneIsLeftOver() {
        Set<String> expected = new TreeSet<>();
        Arrays.stream(Recommendation.values()).map(Recommendation::word).forEach(expected::add);
        Arrays.stream(Purpose.values()).map(Purpose::word).forEach(expected::add);
        for (Language language : Language.values()) {
            assertThat(Suggestion.wording().keys(language)).isEqualTo(expected);
        }
        for (String key : expected) {
            assertThat(Suggestion.wording().places(Language.FRENCH, key))
                    .isEqualTo(Suggestion.wording().places(Language.ENGLISH, key));
            FrenchTypography.check(Suggestion.wording().text(Language.FRENCH, key, java.util.Map.of("missing", 2)));
        }
    }

    @ParameterizedTest
    @EnumSource(Recommendation.class)
    void weightAndPurposeAreDocumented(Recommendation recommended) throws IOException {
        assertThat(Files.readString(Path.of("../docs/completeness.md")))
                .contains("| `" + recommended.word() + "` | " + recommended.weight() + " | "
                        + recommended.purpose().word() + " | ");
    }

    private static Recommendation recommendation(Suggested suggested) {
        return Arrays.stream(Recommendation.values())
                .filter(recommended -> recommended.word().equals(suggested.code()))
                .findFirst()
                .orElseThrow();
    }
}
