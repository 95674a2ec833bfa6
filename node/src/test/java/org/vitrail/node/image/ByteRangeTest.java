package org.vitrail.node.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-9, 0, 9",
        "bytes=3-, 3, 9",
        "bytes=-1, 9, 9",
        "bytes=-10, 0, 9",
        "bytes=-11, 0, 9",
        "bytes=2-999, 2, 9",
        "bytes=2-99999999999999999999999999, 2, 9",
        "bytes=-99999999999999999999999999, 0, 9",
        "bytes=0000000000000000000000001-2, 1, 2",
        "Bytes = 1-2, 1, 2",
    })
    void singleRangeIsCutToTheObject(String field, long first, long last) {
        assertThat(ByteRange.read(field, 10)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-"})
    void rangeOutsideTheObjectIsUnsatisfiable(String field) {
        assertThat(ByteRange.read(field, 10)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=1",
                "bytes=5-4",
                "bytes=0-1,3-4",
                "items=0-1",
                "bytes=--1",
                "bytes=1-2x"
            })
    void malformedForeignOrSeveralRangesGiveTheWhole(String field) {
        assertThat(ByteRange.read(field, 10)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void noRangeGivesTheWhole() {
        assertThat(ByteRange.read(null, 10)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void emptyObjectHasNoRange() {
        assertThat(ByteRange.read("bytes=0-", 0)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.read("bytes=-5", 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }
}
