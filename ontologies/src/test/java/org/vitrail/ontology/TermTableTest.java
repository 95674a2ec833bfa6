package org.vitrail.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTableTest {
    private final TermTable table = TermTable.builtIn();

    private static Term term(String id, List<String> isA, List<String> partOf) {
        return new Term(id, id, Map.of(), List.of(), Branch.OTHER, isA, partOf, false, null);
    }

    @ParameterizedTest
    @CsvSource({
        "NCBITaxon:4577, NCBITaxon:4479",
        "NCBITaxon:4577, NCBITaxon:4447",
        "NCBITaxon:4577, NCBITaxon:33090",
        "NCBITaxon:3702, NCBITaxon:33090",
        "NCBITaxon:9606, NCBITaxon:40674",
        "NCBITaxon:9606, NCBITaxon:7742",
        "NCBITaxon:10090, NCBITaxon:40674",
        "NCBITaxon:7955, NCBITaxon:7742",
        "NCBITaxon:6359, NCBITaxon:33208",
        "NCBITaxon:6239, NCBITaxon:33208",
        "NCBITaxon:4932, NCBITaxon:4751",
        "FBbi:00000251, FBbi:00000246",
        "FBbi:00000253, FBbi:00000246",
        "FBbi:00000369, FBbi:00000246",
        "CL:0000121, CL:0000540",
    })
    void closureClimbsIsA(String term, String ancestor) {
        assertThat(table.ancestors(term)).startsWith(term).contains(ancestor);
    }

    @Test
    void branchesDoNotMix() {
        assertThat(table.ancestors("NCBITaxon:4577")).doesNotContain("NCBITaxon:33208", "NCBITaxon:2");
        assertThat(table.ancestors("NCBITaxon:562")).doesNotContain("NCBITaxon:2759");
        assertThat(table.ancestors("NCBITaxon:7955")).doesNotContain("NCBITaxon:40674");
    }

    @Test
    void partOfStaysApart() {
        assertThat(table.ancestors("UBERON:0002037")).doesNotContain("UBERON:0000955");
        assertThat(table.partOfAncestors("UBERON:0002037"))
                .contains("UBERON:0000955", "UBERON:0001017", "UBERON:0001016")
                .doesNotContain("UBERON:0002037");
        assertThat(table.partOfAncestors("NCBITaxon:4577")).isEmpty();
    }

    @Test
    void partOfIsInheritedOverIsA() {
        TermTable small = TermTable.of(List.of(
                term("x:1", List.of("x:2"), List.of()),
                term("x:2", List.of(), List.of("x:3")),
                term("x:3", List.of("x:4"), List.of())));
        assertThat(small.partOfAncestors("x:1")).containsExactly("x:3", "x:4");
    }

    @Test
    void cyclesAndMissingParentsDoNoHarm() {
        TermTable cyclic = TermTable.of(List.of(
                term("x:1", List.of("x:2"), List.of("x:1")), term("x:2", List.of("x:1", "x:9"), List.of("x:1"))));
        assertThat(cyclic.ancestors("x:1")).containsExactly("x:1", "x:2", "x:9");
        assertThat(cyclic.partOfAncestors("x:2")).contains("x:1");
    }

    private static Term replaced(String id, String by, String... altIds) {
        TermNotes notes = new TermNotes("", List.of(altIds), List.of(), List.of());
        return new Term(
                id, id, Map.of(), List.<Synonym>of(), Branch.OTHER, List.of(), List.of(), by != null, by, notes);
    }

    @Test
    void replacementsAreFollowedToALivingTerm() {
        TermTable old = TermTable.of(List.of(
                replaced("x:1", "x:2"),
                replaced("x:2", "x:3"),
                replaced("x:3", null, "x:4"),
                replaced("x:5", "x:6"),
                replaced("x:6", "x:5"),
                replaced("x:7", "x:99")));
        assertThat(old.findCurrent("x:1")).map(Term::id).hasValue("x:3");
        assertThat(old.findCurrent("x:3")).map(Term::id).hasValue("x:3");
        assertThat(old.findCurrent("x:4")).map(Term::id).hasValue("x:3");
        assertThat(old.findCurrent("x:5")).isEmpty();
        assertThat(old.findCurrent("x:7")).isEmpty();
        assertThat(old.findCurrent("x:8")).isEmpty();
        assertThat(old.findCurrent(null)).isEmpty();
    }

    @Test
    void descendantsAreTheTermsOfWhichItIsAnAncestor() {
        TermTable small = TermTable.of(List.of(
                term("x:1", List.of("x:2"), List.of()),
                term("x:2", List.of("x:3", "x:9"), List.of()),
                term("x:4", List.of("x:1", "x:3"), List.of("x:5"))));
        assertThat(small.descendants("x:3")).startsWith("x:3").containsExactlyInAnyOrder("x:3", "x:2", "x:4", "x:1");
        assertThat(small.descendants("x:9")).contains("x:4");
        assertThat(small.descendants("x:5")).containsExactly("x:5");
        assertThat(small.descendants("x:77")).containsExactly("x:77");
        for (Term each : table.terms()) {
            assertThat(table.descendants(each.id()).stream()
                            .allMatch(kind -> table.ancestors(kind).contains(each.id())))
                    .as(each.id())
                    .isTrue();
        }
    }

    @Test
    void longChainsAreClosed() {
        List<Term> chain = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            chain.add(term("x:" + i, List.of("x:" + (i + 1)), List.of()));
        }
        TermTable deep = TermTable.of(chain);
        assertThat(deep.ancestors("x:0").size()).isEqualTo(50_001);
        assertThat(deep.descendants("x:50000").size()).isEqualTo(50_001);
    }

    @Test
    void unknownTermIsItsOwnAncestor() {
        assertThat(table.findTerm("NCBITaxon:99999999")).isEmpty();
        assertThat(table.findTerm(null)).isEmpty();
        assertThat(table.ancestors("NCBITaxon:99999999")).containsExactly("NCBITaxon:99999999");
        assertThat(table.partOfAncestors("NCBITaxon:99999999")).isEmpty();
    }

    @Test
    void everyParentOfTheBuiltInVocabularyIsInIt() {
        for (Term term : table.terms()) {
            assertThat(term.isA())
                    .as(term.id())
                    .allMatch(parent -> table.findTerm(parent).isPresent());
            assertThat(term.partOf())
                    .as(term.id())
                    .allMatch(parent -> table.findTerm(parent).isPresent());
            assertThat(term.prefLabel()).as(term.id()).isNotBlank();
        }
    }
}
