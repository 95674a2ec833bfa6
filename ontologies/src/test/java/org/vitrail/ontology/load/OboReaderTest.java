package org.vitrail.ontology.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.Synonym;
import org.vitrail.ontology.Synonym.Scope;
import org.vitrail.ontology.Term;

class OboReaderTest {
    private static final String PURKINJE = """
            format-version: 1.4
            data-version: cl/releases/2026-06-08/cl.owl
            ontology: cl ! the Cell Ontology

            ! a comment
            [Term]
            id: CL:0000121 ! its comment
            name: Purkinje cell {source="x"} ! a name
            alt_id: CL:0009999
            def: "A \\"large\\" cell.\\nOf the cerebellum\\, mostly." [PMID:1, "a \\"title\\""] {source="y"}
            subset: common_slim
            synonym: "Purkinje \\"neuron\\"" EXACT OMO:0003000 [PMID:1]
            synonym: "cell of the cerebellum" BROAD []
            synonym: "corpuscle" []
            related_synonym: "large corpuscle" []
            xref: FMA:1
            is_a: CL:0000617 {source="x ! y", all_some="true"} ! GABAergic neuron
            is_a: CL:0011001
            intersection_of: CL:0000540 ! neuron
            intersection_of: BFO:0000050 UBERON:0002037 ! cerebellum
            relationship: part_of UBERON:0002129 {gci_filler="x"} ! cerebellar cortex
            relationship: RO:0002202 CL:0000031
            property_value: terms:date "2026-01-01" xsd:date

            [Typedef]
            id: part_of
            name: part of

            [Term]
            id: CL:0000001
            name: obsolete cell
            is_obsolete: true
            replaced_by: CL:0000010
            consider: CL:0000011
            """;

    private static Ontology read(String obo) throws IOException {
        return OboReader.read("a.obo", new StringReader(obo));
    }

    @Test
    void headerNamesOntologyAndVersion() throws Exception {
        Ontology ontology = read(PURKINJE);
        assertThat(ontology.acronym()).isEqualTo("CL");
        assertThat(ontology.version()).isEqualTo("2026-06-08");
        assertThat(ontology.terms()).extracting(Term::id).containsExactly("CL:0000121", "CL:0000001");
    }

    @Test
    void clausesOfATermAreReadWithoutModifiersAndComments() throws Exception {
        Term term = read(PURKINJE).terms().getFirst();
        assertThat(term.prefLabel()).isEqualTo("Purkinje cell");
        assertThat(term.branch()).isEqualTo(Branch.CELL_TYPE);
        assertThat(term.notes().definition()).isEqualTo("A \"large\" cell. Of the cerebellum, mostly.");
        assertThat(term.notes().altIds()).containsExactly("CL:0009999");
        assertThat(term.notes().subsets()).containsExactly("common_slim");
        assertThat(term.isA()).containsExactly("CL:0000617", "CL:0011001", "CL:0000540");
        assertThat(term.partOf()).containsExactly("UBERON:0002037", "UBERON:0002129");
        assertThat(term.obsolete()).isFalse();
    }

    @Test
    void synonymsKeepTheirScope() throws Exception {
        assertThat(read(PURKINJE).terms().getFirst().scopedSynonyms())
                .containsExactly(
                        new Synonym("Purkinje \"neuron\"", Scope.EXACT),
                        new Synonym("cell of the cerebellum", Scope.BROAD),
                        new Synonym("corpuscle", Scope.RELATED),
                        new Synonym("large corpuscle", Scope.RELATED));
    }

    @Test
    void obsoleteTermSaysWhatToUseInstead() throws Exception {
        Term term = read(PURKINJE).terms().getLast();
        assertThat(term.obsolete()).isTrue();
        assertThat(term.replacedBy()).isEqualTo("CL:0000010");
        assertThat(term.notes().consider()).containsExactly("CL:0000011");
    }

    @Test
    void stanzasOfOneTermAreJoinedAndLinesContinued() throws Exception {
        Ontology ontology = read("""
                ontology: x
                [Term]
                id: x:1
                name: one \\
                and only
                [Term]
                id: x:1
                is_a: x:2
                """);
        assertThat(ontology.terms()).singleElement().satisfies(term -> {
            assertThat(term.prefLabel()).isEqualTo("one and only");
            assertThat(term.isA()).containsExactly("x:2");
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    what is this                | line 4: neither a stanza nor "tag: value"
                    def: "not closed            | line 4: def has no text between two quotes
                    synonym: not quoted EXACT   | line 4: synonym has no text between two quotes
                    is_a: ! nothing             | line 4: is_a names nothing
                    relationship: part_of       | line 4: relationship names no term
                    [Term                       | line 4: "[Term" is no stanza
                    """)
    void illegalLineIsNamedAndNothingIsTaken(String line, String message) {
        assertThatThrownBy(() -> read("ontology: x\n[Term]\nid: x:1\n" + line + "\n"))
                .isInstanceOf(UnreadableOntology.class)
                .hasMessage("a.obo, " + message);
    }

    @Test
    void termWithoutIdIsRefused() {
        assertThatThrownBy(() -> read("ontology: x\n[Term]\nname: one\n"))
                .isInstanceOf(UnreadableOntology.class)
                .hasMessage("a.obo, line 3: a term begins with its id, not with name");
    }

    @Test
    void fileCutWithinALineIsRefused() {
        assertThatThrownBy(() -> read(PURKINJE.substring(0, PURKINJE.length() - 4)))
                .isInstanceOf(UnreadableOntology.class)
                .hasMessageContaining("line 34: the file ends within this line");
    }

    @Test
    void endlessLineIsRefused() {
        assertThatThrownBy(() -> read("ontology: x\nremark: " + "y".repeat(1 << 20) + "\n"))
                .isInstanceOf(UnreadableOntology.class)
                .hasMessageContaining("line 2: longer than");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    one {x="a ! b", y="c"} ! comment  | one
                    one {not a modifier} two          | one {not a modifier} two
                    one {x="y"} two                   | one {x="y"} two
                    wow! \\! a \\{b=c\\}                  | wow! ! a {b=c}
                    one ! two ! three                 | one
                    one !                             | one
                    """)
    void nameEndsBeforeModifiersAndComment(String value, String name) throws Exception {
        assertThat(read("ontology: x\n[Term]\nid: x:1\nname: " + value + "\n").terms())
                .singleElement()
                .extracting(Term::prefLabel)
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "=", " {", " {=", " {}", " {=} x", " !", "/", "-."})
    void hostileLineIsReadInTimeThatGrowsWithItsLength(String part) throws Exception {
        String value = "a" + part.repeat(1_000_000 / part.length()) + "b";
        Ontology read =
                read("data-version: " + value + "\nontology: " + value + "\n[Term]\nid: x:1\nname: " + value + "\n");
        assertThat(read.terms())
                .singleElement()
                .extracting(Term::prefLabel)
                .asString()
                .startsWith("a");
    }
}
