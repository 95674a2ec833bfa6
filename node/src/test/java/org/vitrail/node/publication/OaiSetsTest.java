package org.vitrail.node.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.dataset.TermReference;

class OaiSetsTest {

    @Test
    void curiesUseAnUnderscoreAndWordsWithoutIdMakeNoSet() {
        assertThat(OaiSets.of(
                        Stream.of("openaire_data"),
                        List.of(TermReference.of("NCBITaxon:10090"), TermReference.of("not-applicable")),
                        List.of(TermReference.of("FBbi:00000251"), new TermReference(null, "some new method"))))
                .containsExactly("openaire_data", "organism:NCBITaxon_10090", "method:FBbi_00000251");
    }
}
