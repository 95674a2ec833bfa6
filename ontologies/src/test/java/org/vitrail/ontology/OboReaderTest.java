package org.vitrail.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class OboReaderTest {
    @Test
    void stanzasOfTermsAreRead() throws Exception {
        List<Term> terms = OboReader.read(new StringReader("""
                        format-version: 1.4

                        [Term]
                        id: CL:0000121
                        name: Purkinje cell
                        synonym: "Purkinje \\"neuron\\"" EXACT [PMID:1]
                        is_a: CL:0000617 {source="x"} ! GABAergic neuron
                        relationship: part_of UBERON:0002037 ! cerebellum
                        relationship: RO:0002202 CL:0000031

                        [Typedef]
                        id: part_of
                        name: part of

                        [Term]
                        id: CL:0000001
                        name: obsolete cell
                        is_obsolete: true
                        replaced_by: CL:0000010
                        """));
        assertThat(terms).hasSize(2);
        assertThat(terms.getFirst().synonyms()).containsExactly("Purkinje \"neuron\"");
        assertThat(terms.getFirst().isA()).containsExactly("CL:0000617");
        assertThat(terms.getFirst().partOf()).containsExactly("UBERON:0002037");
        assertThat(terms.getFirst().branch()).isEqualTo(Branch.CELL_TYPE);
        assertThat(terms.getLast().obsolete()).isTrue();
        assertThat(terms.getLast().replacedBy()).isEqualTo("CL:0000010");
    }
}
