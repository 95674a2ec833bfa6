package org.vitrail.pixels.tiff.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrail.pixels.tiff.stack.StackAxes.Axis;

class ShapedTextTest {

    private static List<Axis> axes(String text, int pages, int samples, boolean chunky) {
        PageAxes axes = ShapedText.axes(text, pages, samples, chunky);
        return axes == null ? null : axes.all();
    }

    @Test
    void axesWithoutNamesStayApart() {
        assertThat(axes("{\"shape\": [3, 4, 30, 31]}", 12, 1, true))
                .containsExactly(new Axis(null, 3), new Axis(null, 4));
        assertThat(axes("{\"shape\": [3, 1, 30, 31, 3]}", 3, 3, true))
                .containsExactly(new Axis(null, 3), new Axis('s', 3));
        assertThat(axes("{\"shape\": [3, 30, 31, 1]}", 3, 1, true)).containsExactly(new Axis(null, 3));
        assertThat(axes("{\"shape\": [30, 31]}", 1, 1, true)).isEmpty();
    }

    @Test
    void namedAxesAreTakenByTheirNames() {
        assertThat(axes("{\"shape\": [7, 2, 30, 40], \"axes\": \"TCYX\"}", 14, 1, true))
                .containsExactly(new Axis('t', 7), new Axis('c', 2));
        assertThat(axes("{\"shape\": [7, 30, 40, 1], \"axes\": \"TYXS\"}", 7, 1, true))
                .containsExactly(new Axis('t', 7));
    }

    @Test
    void theAxisAtThePlaceOfThePlanesOfAPageIsThatOfItsSamples() {
        assertThat(axes("{\"shape\": [5, 3, 30, 40], \"axes\": \"CZYX\"}", 5, 3, false))
                .containsExactly(new Axis('c', 5), new Axis('z', 3));
        assertThat(axes("{\"shape\": [5, 30, 40, 3], \"axes\": \"TYXC\"}", 5, 3, true))
                .containsExactly(new Axis('t', 5), new Axis('c', 3));
        assertThat(axes("{\"shape\": [5, 3, 30, 40], \"axes\": \"TCYX\"}", 5, 4, false))
                .isNull();
        assertThat(axes("{\"shape\": [5, 30, 40, 3], \"axes\": \"TZYX\"}", 5, 3, true))
                .isNull();
    }

    @Test
    void whatDoesNotFitThePagesIsLeftAside() {
        assertThat(axes("{\"shape\": [3, 4, 30, 31]}", 13, 1, true)).isNull();
        assertThat(axes("{\"shape\": [0, -4, 30, 31]}", 12, 1, true)).isNull();
        assertThat(axes("{\"shape\": 5}", 12, 1, true)).isNull();
        assertThat(axes("{\"shape\": [3, 3, 30, 31], \"axes\": \"ZZYX\"}", 9, 1, true))
                .isNull();
        assertThat(axes("a description", 12, 1, true)).isNull();
    }
}
