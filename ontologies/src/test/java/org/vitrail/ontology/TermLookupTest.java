package org.vitrail.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.ontology.TermLookup.Recognition;

class TermLookupTest {
    private final TermLookup lookup = new TermLookup(TermTable.builtIn());

    @ParameterizedTest
    @CsvSource({
        "maize, NCBITaxon:4577",
        "Maïs, NCBITaxon:4577",
        "mais, NCBITaxon:4577",
        "MOUSE, NCBITaxon:10090",
        "souris, NCBITaxon:10090",
        "poisson zebre, NCBITaxon:7955",
        "zebraf, NCBITaxon:7955",
        "levure, NCBITaxon:4932",
        "microscopie confocale, FBbi:00000251",
        "confocal, FBbi:00000251",
        "light-sheet microscopy, FBbi:00000369",
        "microscopy light sheet, FBbi:00000369",
        "IRM, DCM:MR",
        "coeur, UBERON:0000948",
        "cœur, UBERON:0000948",
        "neurone, CL:0000540",
        "purkinje, CL:0000121",
        "FBbi:00000251, FBbi:00000251",
    })
    void bestTermComesFirst(String asked, String expected) {
        assertThat(lookup.search(asked, 5)).first().extracting(Term::id).isEqualTo(expected);
    }

    @Test
    void searchRespectsItsLimitAndNamesATermOnce() {
        assertThat(lookup.search("microscopy", 7)).hasSize(7).doesNotHaveDuplicates();
        assertThat(lookup.search("microscopy", 0)).isEmpty();
        assertThat(lookup.search("  ", 7)).isEmpty();
        assertThat(lookup.search("no such thing", 7)).isEmpty();
    }

    @Test
    void obsoleteTermsAreFoundByCurieOnly() {
        Term old = new Term("x:1", "ancient", Map.of(), List.of(), Branch.METHOD, List.of(), List.of(), true, "x:2");
        TermLookup small = new TermLookup(TermTable.of(List.of(old)));
        assertThat(small.search("ancient", 5)).isEmpty();
        assertThat(small.search("x:1", 5)).containsExactly(old);
        assertThat(small.recognize("ancient")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    maize stem by confocal laser scanning microscopy  | maize=NCBITaxon:4577, confocal laser scanning microscopy=FBbi:00000251
                    Neurones de souris, microscopie confocale         | Neurones=CL:0000540, souris=NCBITaxon:10090, microscopie confocale=FBbi:00000251
                    Purkinje cells of the mouse cerebellum            | Purkinje cells=CL:0000121, mouse=NCBITaxon:10090, cerebellum=UBERON:0002037
                    a storm at a frame rate of 5                      |
                    STORM and PALM of human cells                     | STORM=FBbi:00000336, PALM=FBbi:00000335, human=NCBITaxon:9606
                    """)
    void longestTermsAreRecognizedInFreeText(String text, String expected) {
        String found = String.join(
                ", ",
                lookup.recognize(text).stream()
                        .map(recognition ->
                                recognition.text() + "=" + recognition.term().id())
                        .toList());
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void eachTermIsRecognizedOnce() {
        assertThat(lookup.recognize("mouse, mice and Mus musculus"))
                .extracting(Recognition::text)
                .containsExactly("mouse");
        assertThat(lookup.recognize("")).isEmpty();
    }
}
