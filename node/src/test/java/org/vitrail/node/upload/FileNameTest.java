package org.vitrail.node.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.tif", "images/cell 01.tif", "Zellkern-ä.tif", "画像/一.tif", "a..b/c.tif"})
    void plainRelativeNamesAreAccepted(String path) {
        assertThat(FileName.fault(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "../a", "a/..", "/a", "a/", "a\nb", "a\u202Eb", "a\\b", "c:a", "a?b"})
    void whatLeavesTheDepositOrHidesItsNameIsRefused(String path) {
        assertThat(FileName.fault(path)).isPresent();
    }

    @Test
    void segmentsHaveLessThan200Bytes() {
        assertThat(FileName.fault("x".repeat(199))).isEmpty();
        assertThat(FileName.fault("x".repeat(200))).isPresent();
        assertThat(FileName.fault("ä".repeat(100))).isPresent();
    }
}
