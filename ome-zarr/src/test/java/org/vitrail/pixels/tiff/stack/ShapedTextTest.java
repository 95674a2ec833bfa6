package org.vitrail.pixels.tiff.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrail.pixels.tiff.stack.StackAxes.Axis;

class ShapedTextTest {

    @Test
    void axesWithoutNamesStayApart() {
        assertThat(ShapedText.axes("{\"shape\": [3, 4, 30, 31]}", 12))
                .containsExactly(new Axis(null, 3), new Axis(null, 4));
        assertThat(ShapedText.axes("{\"shape\": [3, 1, 30, 31, 3]}", 3)).containsExactly(new Axis(null, 3));
        assertThat(ShapedText.axes("{\"shape\": [30, 31]}", 1)).isEmpty();
    }

    @Test
    void namedAxesAreTakenByTheirNames() {
        assertThat(ShapedText.axes("{\"shape\": [7, 2, 30, 40], \"axes\": \"TCYX\"}", 14))
                .containsExactly(new Axis('t', 7), new Axis('c', 2));
    }

    @Test
    void whatDoesNotFitThePagesIsLeftAside() {
        assertThat(ShapedText.axes("{\"shape\": [3, 4, 30, 31]}", 13)).isNull();
        assertThat(ShapedText.axes("{\"shape\": [0, -4, 30, 31]}", 12)).isNull();
        assertThat(ShapedText.axes("{\"shape\": 5}", 12)).isNull();
        assertThat(ShapedText.axes("a description", 12)).isNull();
    }
}
