package org.vitrail.omezarr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void sumIsRoundedOnceWhateverTheOrder() {
        Random random = new Random(3);
        List<Double> values = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 500; i++) {
            double value = random.nextGaussian() * Math.pow(2, random.nextInt(120) - 60);
            values.add(value);
            exact = exact.add(new BigDecimal(value));
        }
        Collections.shuffle(values, random);
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);

        assertThat(sum.value()).isEqualTo(exact.doubleValue());
    }

    @Test
    void smallSurvivesBetweenLarge() {
        ExactSum sum = new ExactSum();
        sum.add(1e300);
        sum.add(Double.MIN_VALUE);
        sum.add(-1e300);

        assertThat(sum.value()).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void wholeNumbersGoBeyondSixtyFourBits() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 4; i++) {
            sum.add(Long.MAX_VALUE);
        }
        assertThat(sum.value()).isEqualTo(4.0 * Long.MAX_VALUE);
        for (int i = 0; i < 4; i++) {
            sum.add(-Long.MAX_VALUE);
        }
        assertThat(sum.value()).isZero();
        assertThat(sum.scaled()).isZero();
        sum.add(Long.MIN_VALUE);
        sum.add(Long.MIN_VALUE);
        assertThat(sum.value()).isEqualTo(-0x1p64);
    }

    @Test
    void infinityMakesNotANumber() {
        ExactSum sum = new ExactSum();
        sum.add(Double.POSITIVE_INFINITY);
        sum.add(1L);

        assertThat(sum.value()).isNaN();
    }
}
