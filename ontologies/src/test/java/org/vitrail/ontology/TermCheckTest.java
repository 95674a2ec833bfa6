package org.vitrail.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.TermReference;

class TermCheckTest {
    private final TermCheck check = new TermCheck(TermTable.of(List.of(
            term("NCBITaxon:9606", "human", false, null),
            merging("FBbi:1", "confocal", "FBbi:9"),
            term("FBbi:2", "old confocal", true, "FBbi:3"),
            term("FBbi:3", "older confocal", true, "FBbi:1"),
            term("FBbi:4", "given up", true, null),
            term("OBI:1", "assay", false, null),
            term("CL:1", "neuron", false, null))));

    private static Term term(String id, String label, boolean obsolete, String replacedBy) {
        return new Term(
                id, label, Map.of(), List.<String>of(), Branch.of(id), List.of(), List.of(), obsolete, replacedBy);
    }

    private static Term merging(String id, String label, String old) {
        TermNotes notes = new TermNotes("", List.of(old), List.of(), List.of());
        return new Term(
                id, label, Map.of(), List.<Synonym>of(), Branch.of(id), List.of(), List.of(), false, null, notes);
    }

    private List<Fault> faults(List<String> organisms, List<String> methods, List<String> terms) {
        ImageSet set = new ImageSet("set", List.of(), references(methods), List.of(), null, List.of(), null);
        return check.faults(new DatasetDescription(
                null,
                null,
                null,
                null,
                references(organisms),
                references(methods),
                references(terms),
                null,
                null,
                null,
                null,
                List.of(set)));
    }

    private static List<TermReference> references(List<String> ids) {
        return ids.stream().map(TermReference::of).toList();
    }

    @Test
    void termsInTheirPlaceAndUnknownOnesAreNotRemarkedOn() {
        assertThat(faults(
                        List.of("NCBITaxon:9606", TermReference.NOT_APPLICABLE, "NCBITaxon:1"),
                        List.of("FBbi:1", "OBI:1"),
                        List.of("CL:1", "NCBITaxon:9606", "FBbi:1")))
                .isEmpty();
    }

    @Test
    void termOfTheWrongBranchIsNamedWithItsPlace() {
        assertThat(faults(List.of("FBbi:1"), List.of("CL:1"), List.of()))
                .extracting(Fault::path, Fault::message)
                .containsExactly(
                        tuple("organisms[0]", "FBbi:1 (confocal) is no organism."),
                        tuple("imagingMethods[0]", "CL:1 (neuron) is no imaging method."),
                        tuple("imageSets[0].imagingMethods[0]", "CL:1 (neuron) is no imaging method."));
    }

    @Test
    void obsoleteTermNamesWhatToUseToday() {
        assertThat(faults(List.of(), List.of(), List.of("FBbi:2")))
                .extracting(Fault::path, Fault::message, Fault::remedy)
                .containsExactly(tuple(
                        "terms[0]", "FBbi:2 (old confocal) is obsolete in its ontology.", "Use FBbi:1 (confocal)."));
        assertThat(faults(List.of(), List.of(), List.of("FBbi:4")))
                .singleElement()
                .extracting(Fault::remedy)
                .asString()
                .contains("Look for another term");
    }

    @Test
    void mergedIdIsKnownAndNamesItsTerm() {
        assertThat(check.isKnown("FBbi:9")).isTrue();
        assertThat(check.isKnown("FBbi:4")).isTrue();
        assertThat(check.isKnown("FBbi:77")).isFalse();
        assertThat(check.isKnown(null)).isFalse();
        assertThat(faults(List.of(), List.of(), List.of("FBbi:9")))
                .extracting(Fault::path, Fault::message, Fault::remedy)
                .containsExactly(tuple("terms[0]", "FBbi:9 was merged into another term.", "Use FBbi:1 (confocal)."));
    }
}
