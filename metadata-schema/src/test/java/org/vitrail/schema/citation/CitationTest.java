package org.vitrail.schema.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.dataset.Agent;

class CitationTest {
    private final CitationText text = new CitationText();

    private String by(Agent... creators) {
        return text.write(Examples.by(true, List.of(creators), List.of()));
    }

    private static Agent person(String name) {
        return new Agent(name, null, null, null, null);
    }

    private static Agent organization(String name) {
        return new Agent(null, name, null, null, null);
    }

    @Test
    void textNamesTheVersionAndItsDoi() {
        assertThat(text.write(Examples.maize(true)))
                .isEqualTo(
                        "Depositor, D., & Broad Bioimage Benchmark Collection. (2026). Maize stem section (Version 2)"
                                + " [Data set]. Demo institution of Nantes. https://doi.org/10.83962/vt.version2");
    }

    @Test
    void unregisteredVersionIsCitedByItsPage() {
        assertThat(text.write(Examples.maize(false))).endsWith(". " + Examples.BASE + "/v2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Depositor, Demo Anna|Depositor, D. A. (",
                "Depositor, D.A.|Depositor, D. A. (",
                "Depositor, Jean-Pierre|Depositor, J.-P. (",
                "Depositor, Xiao-ming|Depositor, X.-m. (",
                "van der Depositor, Demo|van der Depositor, D. (",
                "Depositor, Ludwig van|Depositor, L. van. (",
                "Depositor, Élodie|Depositor, É. (",
                "Depositor, E\u0301lodie|Depositor, E\u0301. (",
                "Depositor, 𝒜nna|Depositor, 𝒜nna. (",
                "Depositor, Demo, Jr.|Depositor, D., Jr. (",
                "depositor, demo|depositor, d. (",
                "Plato|Plato. (",
                "Demo Depositor|Demo Depositor. (",
                "'Depositor,'|Depositor. (",
                "山田, 太郎|山田, 太郎. (",
                "כהן, דוד|כהן, דוד. (",
                "Depositor, \"Demo\" (D)|Depositor, D. D. (",
            })
    void personIsFamilyNameAndInitials(String name, String begin) {
        assertThat(by(person(name.replace("'", "")))).startsWith(begin);
    }

    @Test
    void namesAreJoinedAsTheStyleSays() {
        assertThat(by(person("A, Anna"), person("B, Bea"), organization("Institute, Nantes")))
                .startsWith("A, A., B, B., & Institute, Nantes. (2026)");
        assertThat(by(numbered(20))).contains("P19, N., & P20, N. (2026)").doesNotContain(". . .");
        assertThat(by(numbered(21))).contains("P19, N., . . . P21, N. (2026)").doesNotContain("P20", "&");
    }

    private static Agent[] numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> person("P" + i + ", Name"))
                .toArray(Agent[]::new);
    }

    @Test
    void titleStandsFirstWhereNobodyIsNamed() {
        assertThat(by()).startsWith("Maize stem section (Version 2) [Data set]. (2026). Demo institution of Nantes. ");
    }

    @Test
    void publisherThatIsTheAuthorIsNamedOnce() {
        assertThat(by(organization("Demo institution of Nantes")))
                .isEqualTo("Demo institution of Nantes. (2026). Maize stem section (Version 2) [Data set]. "
                        + "https://doi.org/10.83962/vt.version2");
    }

    @Test
    void lineBreaksAndControlsLeaveOneLine() {
        assertThat(text.write(Examples.dataset("a\r\nb\u2028c\u0000d\u0085e", "", true)))
                .contains(" a b cd e (Version 2)")
                .doesNotContain("\n");
    }
}
