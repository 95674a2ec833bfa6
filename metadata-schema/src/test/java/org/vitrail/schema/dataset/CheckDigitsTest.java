package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {
    /** ORCID's own examples (support.orcid.org, structure of the identifier). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-0002-1825-0097",
                "0000-0001-5109-3700",
                "0000-0002-1694-233X",
                "https://orcid.org/0000-0002-1825-0097"
            })
    void trueOrcidsPass(String orcid) {
        assertThat(CheckDigits.isOrcid(orcid)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-0002-1825-0098",
                "0000-0002-1694-2330",
                "0000000218250097",
                "",
                "0000-0002-1825-0097 ",
                "orcid"
            })
    void mistypedOrcidsFail(String orcid) {
        assertThat(CheckDigits.isOrcid(orcid)).isFalse();
    }

    /** DataCite, CNRS, California Digital Library, Caltech. */
    @ParameterizedTest
    @ValueSource(strings = {"https://ror.org/04wxnsj81", "02feahw73", "ror.org/03yrm5c26", "https://ror.org/05dxps055"})
    void trueRorsPass(String ror) {
        assertThat(CheckDigits.isRor(ror)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ror.org/04wxnsj82", "https://ror.org/04wxnsi81", "14wxnsj81", "", "ror"})
    void mistypedRorsFail(String ror) {
        assertThat(CheckDigits.isRor(ror)).isFalse();
    }
}
