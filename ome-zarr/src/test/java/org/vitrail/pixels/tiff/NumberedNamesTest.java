package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedNamesTest {

    @ParameterizedTest
    @CsvSource({
        "t_0.tif t_1.tif t_10.tif t_2.tif,     t_0.tif t_1.tif t_2.tif t_10.tif",
        "a1_z09.tif a1_z010.tif a1_z8.tif,     a1_z8.tif a1_z09.tif a1_z010.tif",
        "a2_z1.tif a1_z2.tif,                  a2_z1.tif a1_z2.tif",
        "top.tif bottom.tif,                   top.tif bottom.tif",
        "s2.tif s1.tif s01.tif,                s2.tif s1.tif s01.tif",
        "s2.tif,                               s2.tif"
    })
    void namesThatDifferInOneNumberAreInItsOrderAndOthersAsTheyWere(String given, String ordered) {
        assertThat(NumberedNames.ordered(List.of(given.split(" ")), Function.identity()))
                .containsExactly(ordered.split(" "));
    }
}
