package org.vitrail.ontology.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.SharedOntologies;
import org.vitrail.ontology.Synonym;
import org.vitrail.ontology.Synonym.Scope;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermTable;

/** Every ontology beside the project, with the counts of its MANIFEST. */
class SharedFilesTest {
    /** Two classes of FBbi, eight of the slim have no name: the MANIFEST counts them, we cannot show them. */
    @ParameterizedTest
    @CsvSource({
        "fbbi.owl,                             FBBI,                          2019-03-07,  539,  77",
        "EDAM-bioimaging_alpha06.owl,          EDAMONTOLOGY.ORG,              alpha06,     341,  79",
        "EDAM-bioimaging_1.0alpha-pre.owl,     EDAM-BIOIMAGING, 1.0alpha_pre-pre-release-20251026T0104Z, 473, 99",
        "uo.owl,                               UO,                            2026-01-16,  573,  407",
        "cl-general_cell_types_upper_slim.obo, GENERAL_CELL_TYPES_UPPER_SLIM, 2026-06-08,  705,  638",
        "cl-terms-used-by-go.obo,              CL_IMPORT,                     2026-06-29, 1335, 1304",
        "pato.obo,                             PATO,                          2025-05-14, 1887, 1871",
    })
    void isReadWhole(String file, String acronym, String version, int living, int defined) throws Exception {
        Ontology ontology = SharedOntologies.read(file);
        assertThat(ontology.acronym()).isEqualTo(acronym);
        assertThat(ontology.version()).isEqualTo(version);
        List<Term> terms =
                ontology.terms().stream().filter(term -> !term.obsolete()).toList();
        assertThat(terms.size()).isEqualTo(living);
        assertThat(terms.stream()
                        .filter(term -> !term.notes().definition().isEmpty())
                        .count())
                .isEqualTo(defined);
        assertThat(terms.stream().allMatch(term -> term.id().matches("[A-Za-z]+:[A-Za-z0-9_.%-]+")))
                .isTrue();
    }

    @Test
    void factsOfRdfXmlAreKept() throws Exception {
        TermTable fbbi = TermTable.of(SharedOntologies.read("fbbi.owl").terms());
        Term confocal = fbbi.findTerm("FBbi:00000251").orElseThrow();
        assertThat(confocal.prefLabel()).isEqualTo("confocal microscopy");
        assertThat(fbbi.findTerm("FBbi:00000243").orElseThrow().isA()).contains("FBbi:00000345");
        assertThat(fbbi.findTerm("FBbi:00000056").orElseThrow().scopedSynonyms())
                .contains(new Synonym("DAPI", Scope.RELATED));
        TermTable units = TermTable.of(SharedOntologies.read("uo.owl").terms());
        assertThat(units.findTerm("UO:0000017").orElseThrow().isA()).contains("UO:1000008");
    }

    @Test
    void factsOfOboAreKept() throws Exception {
        TermTable pato = TermTable.of(SharedOntologies.read("pato.obo").terms());
        assertThat(pato.terms().stream()
                        .filter(Term::obsolete)
                        .filter(term -> term.replacedBy() != null)
                        .count())
                .isEqualTo(8);
        assertThat(pato.terms().stream()
                        .mapToInt(term -> term.notes().altIds().size())
                        .sum())
                .isEqualTo(84);
        assertThat(pato.terms().stream()
                        .mapToInt(term -> term.notes().consider().size())
                        .sum())
                .isEqualTo(6);
    }

    @Test
    void neuronHasItsDescendantsItselfIncluded() throws Exception {
        TermTable table =
                TermTable.of(SharedOntologies.read("cl-terms-used-by-go.obo").terms());
        assertThat(table.descendants("CL:0000540").size()).isEqualTo(156);
        assertThat(table.descendants("CL:0000540")).contains("CL:0000540", "CL:0000121");
        assertThat(table.partOfAncestors("CL:0000121")).contains("UBERON:0001016");
    }
}
