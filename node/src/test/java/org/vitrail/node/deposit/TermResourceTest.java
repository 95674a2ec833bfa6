package org.vitrail.node.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.node.deposit.TermResource.FreeText;
import org.vitrail.node.deposit.TermResource.Suggestion;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermTable;

class TermResourceTest {
    private final TermResource terms = new TermResource(new TermLookup(TermTable.of(List.of(
            term("FBbi:1", "confocal microscopy", false, null),
            term("FBbi:2", "old confocal microscopy", true, "FBbi:1"),
            term("FBbi:3", "given up", true, null),
            term("CL:1", "cone cell", false, null)))));

    private static Term term(String id, String label, boolean obsolete, String replacedBy) {
        return new Term(
                id, label, Map.of(), List.<String>of(), Branch.of(id), List.of(), List.of(), obsolete, replacedBy);
    }

    @Test
    void obsoleteTermIsFoundByCurieOnlyAndNamesItsReplacement() {
        assertThat(terms.search("old confocal", null, 10)).isEmpty();
        assertThat(terms.search("FBbi:2", null, 10)).singleElement().satisfies(view -> {
            assertThat(view.obsolete()).isTrue();
            assertThat(view.replacement()).isEqualTo(new TermView.Named("FBbi:1", "confocal microscopy"));
        });
        assertThat(terms.search("FBbi:3", null, 10))
                .singleElement()
                .extracting(TermView::replacement)
                .isNull();
        assertThat(terms.search("FBbi:1", null, 10))
                .singleElement()
                .extracting(TermView::obsolete)
                .isEqualTo(false);
    }

    @Test
    void branchNarrowsAndTheLimitIsKept() {
        assertThat(terms.search("con", null, 10)).extracting(TermView::id).containsExactly("CL:1", "FBbi:1");
        assertThat(terms.search("con", "method", 10)).extracting(TermView::id).containsExactly("FBbi:1");
        assertThat(terms.search("con", "cell-type", 10))
                .extracting(TermView::id)
                .containsExactly("CL:1");
        assertThat(terms.search("con", " ", 0)).hasSize(1);
        assertThatThrownBy(() -> terms.search("con", "color", 10))
                .isInstanceOf(NodeProblem.class)
                .hasMessageContaining("cell_type");
    }

    @Test
    void textNamesItsTermsAndIsBounded() {
        assertThat(terms.suggest(new FreeText("Cone cells by confocal microscopy")))
                .extracting(Suggestion::text)
                .containsExactly("Cone cells", "confocal microscopy");
        for (FreeText unusable :
                new FreeText[] {null, new FreeText(null), new FreeText(" "), new FreeText("x".repeat(100_001))}) {
            assertThatThrownBy(() -> terms.suggest(unusable)).isInstanceOf(NodeProblem.class);
        }
        assertThatThrownBy(() -> terms.search("x".repeat(201), null, 1)).hasMessageContaining("at most 200");
    }
}
