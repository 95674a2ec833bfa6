package org.vitrail.schema.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;

class CitationTest {
    @Test
    void textNamesTheVersionAndItsDoi() {
        assertThat(new CitationText().write(Examples.maize(true)))
                .isEqualTo(
                        "Depositor, Demo; Broad Bioimage Benchmark Collection (2026): Maize stem section. Version 2. "
                                + "Demo institution of Nantes. Data set. https://doi.org/10.83962/vt.version2");
    }

    @Test
    void unregisteredVersionIsCitedByItsPage() {
        assertThat(new CitationText().write(Examples.maize(false))).endsWith(Examples.BASE + "/v2");
        assertThat(new BibTexWriter().write(Examples.maize(false)))
                .doesNotContain("doi")
                .contains("url = {" + Examples.BASE + "/v2}");
    }

    @Test
    void bibTexEscapesAndKeepsBracesBalanced() {
        String entry = new BibTexWriter().write(Examples.dataset("50% of {A_b} & #1 \\ ~ }{", "", true));
        assertThat(entry)
                .startsWith("@misc{vitrail-3k7q9m2xdc-v2,")
                .contains("50\\% of \\textbraceleft{}A\\_b\\textbraceright{} \\& \\#1")
                .contains("author = {Depositor, Demo and {Broad Bioimage Benchmark Collection}}");
        assertThat(entry.chars().filter(c -> c == '{').count())
                .isEqualTo(entry.chars().filter(c -> c == '}').count());
    }
}
