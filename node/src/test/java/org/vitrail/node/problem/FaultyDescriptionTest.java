package org.vitrail.node.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.language.Language;

class FaultyDescriptionTest {
    private final Fault fault = Fault.of("title", FaultCode.TITLE_MISSING);

    @Test
    void bothLanguagesSayTheSameThings() {
        var texts = FaultyDescription.wording();
        assertThat(texts.keys(Language.FRENCH)).isEqualTo(texts.keys(Language.ENGLISH));
        for (String key : texts.keys(Language.ENGLISH)) {
            assertThat(texts.places(Language.FRENCH, key)).isEqualTo(texts.places(Language.ENGLISH, key));
        }
    }

    /** The address of the type explains it in English; it must be the same. */
    @Test
    void englishTitleAndRemedyAreThoseOfTheType() {
        for (FaultyDescription problem :
                List.of(FaultyDescription.notRevised(List.of(fault)), FaultyDescription.unreadable(List.of(fault)))) {
            assertThat(problem.title(Language.ENGLISH)).isEqualTo(problem.type().title());
            assertThat(problem.remedy(Language.ENGLISH))
                    .isEqualTo(problem.type().remedy());
        }
    }

    @Test
    void detailTellsTheFaultsInTheLanguageAsked() {
        FaultyDescription problem = FaultyDescription.unreadable(List.of(fault));
        assertThat(problem.getMessage()).startsWith("title: The data set has no title.");
        assertThat(problem.detail(Language.FRENCH)).startsWith("title\u202f: Le jeu de données n’a pas de titre.");
    }

    @Test
    void refusedDepositIsNamedWithTheNumberOfItsFaults() {
        assertThat(FaultyDescription.notSubmitted("3k7q9m2xdc", List.of(fault)).getMessage())
                .isEqualTo("Deposit 3k7q9m2xdc cannot be submitted yet: 1 fault. It stays a draft.");
        assertThat(FaultyDescription.notSubmitted("3k7q9m2xdc", List.of(fault, fault))
                        .detail(Language.FRENCH))
                .contains("2 fautes");
    }
}
