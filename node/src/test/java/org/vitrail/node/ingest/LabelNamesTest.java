package org.vitrail.node.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.schema.dataset.LabelDescription;

class LabelNamesTest {

    @ParameterizedTest
    @CsvSource({
        "cells,cells",
        "'cell nuclei, manual',cell-nuclei-manual",
        "../up,up",
        "细胞,labels-1",
        ",labels-1",
        "__x,labels-1"
    })
    void everyNameBecomesAPlainKey(String name, String key) {
        assertThat(LabelNames.of(new LabelDescription("l.tif", name, null, null), 0))
                .isEqualTo(key);
    }
}
