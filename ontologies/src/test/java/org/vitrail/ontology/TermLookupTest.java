package org.vitrail.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    private static Term term(String id, Branch branch, String label, String... synonyms) {
        return new Term(id, label, Map.of("en", label), List.of(synonyms), branch, List.of(), List.of(), false, null);
    }

    @Test
    void wholeNamesThenBeginningsThenWordsThenAllWords() {
        TermLookup small = new TermLookup(TermTable.of(List.of(
                term("x:7", Branch.OTHER, "cell of the nerve"),
                term("x:6", Branch.OTHER, "x", "a nerve cell"),
                term("x:5", Branch.OTHER, "big nerve cell"),
                term("x:4", Branch.OTHER, "y", "nerve cells"),
                term("x:3", Branch.OTHER, "nerve cell body"),
                term("x:2", Branch.OTHER, "z", "nerve-cell"),
                term("x:1", Branch.OTHER, "Nerve cell"))));
        assertThat(small.search("nerve cell", 10))
                .extracting(Term::id)
                .containsExactly("x:1", "x:2", "x:3", "x:4", "x:5", "x:6", "x:7");
        assertThat(small.search("nerve cell", 2)).extracting(Term::id).containsExactly("x:1", "x:2");
        assertThat(small.search("cel ner", 10)).extracting(Term::id).contains("x:1", "x:7");
    }

    @Test
    void onlyTheBranchAskedForIsFound() {
        assertThat(lookup.search("c", Optional.of(Branch.CELL_TYPE), 50))
                .hasSizeGreaterThan(5)
                .allMatch(term -> term.branch() == Branch.CELL_TYPE);
        assertThat(lookup.search("FBbi:00000251", Optional.of(Branch.ORGANISM), 5))
                .isEmpty();
    }

    @Test
    void obsoleteTermNamesItsReplacementAndMergedIdsFindTheirTerm() {
        TermNotes notes = new TermNotes("", List.of("x:0"), List.of(), List.of());
        Term now = new Term("x:2", "now", Map.of(), List.<Synonym>of(), Branch.OTHER, null, null, false, null, notes);
        Term old = new Term("x:1", "old", Map.of(), List.of(), Branch.OTHER, null, null, true, "x:2");
        TermLookup small = new TermLookup(TermTable.of(List.of(now, old)));
        assertThat(small.search("x:1", 5)).containsExactly(old);
        assertThat(small.findReplacement(old)).hasValue(now);
        assertThat(small.findReplacement(now)).isEmpty();
        assertThat(small.search("x:0", 5)).containsExactly(now);
    }

    /** The plain way to find terms: every name is looked at. */
    private static List<String> scanned(TermTable table, String asked, int limit) {
        record Hit(int rank, String name, String id) {}
        List<Hit> hits = new ArrayList<>();
        for (Term term : table.terms()) {
            Map<String, Integer> names = new LinkedHashMap<>();
            term.synonyms().forEach(synonym -> names.put(Words.folded(synonym), 1));
            term.labels().values().forEach(label -> names.put(Words.folded(label), 0));
            names.put(Words.folded(term.prefLabel()), 0);
            names.forEach((name, synonym) -> {
                boolean all = Arrays.stream(asked.split(" ")).allMatch(word -> (" " + name).contains(" " + word));
                int rank = name.equals(asked) ? 0 : name.startsWith(asked) ? 2 : name.contains(" " + asked) ? 4 : 6;
                if (all && !term.obsolete()) {
                    hits.add(new Hit(rank + synonym, name, term.id()));
                }
            });
        }
        return hits.stream()
                .sorted(Comparator.comparing(Hit::rank)
                        .thenComparing(hit -> hit.name().length())
                        .thenComparing(Hit::name)
                        .thenComparing(Hit::id))
                .map(Hit::id)
                .distinct()
                .limit(limit)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 50})
    void indexFindsWhatLookingAtEveryNameFinds(int limit) {
        TermTable table = TermTable.builtIn();
        List<String> askedFor =
                new ArrayList<>(List.of("mi", "cell of", "of cell", "microscop fluor", "zz", "a b c d"));
        for (Term term :
                table.terms().stream().filter(t -> t.id().hashCode() % 17 == 0).toList()) {
            String name = Words.folded(term.prefLabel());
            askedFor.add(name.substring(
                            0,
                            Math.min(name.length(), 1 + Math.floorMod(term.id().hashCode(), 6)))
                    .strip());
            askedFor.add(name.substring(name.lastIndexOf(' ') + 1));
        }
        for (String asked : new LinkedHashSet<>(askedFor)) {
            assertThat(lookup.search(asked, limit).stream().map(Term::id).toList())
                    .as(asked)
                    .isEqualTo(scanned(table, asked, limit));
        }
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
    void longTextIsReadThrough() {
        String text = "whatever ".repeat(20_000) + "light-sheet fluorescence microscopy of maize roots";
        assertThat(lookup.recognize(text))
                .extracting(Recognition::text)
                .contains("maize")
                .hasSizeGreaterThan(1);
    }

    @Test
    void eachTermIsRecognizedOnce() {
        assertThat(lookup.recognize("mouse, mice and Mus musculus"))
                .extracting(Recognition::text)
                .containsExactly("mouse");
        assertThat(lookup.recognize("")).isEmpty();
    }
}
