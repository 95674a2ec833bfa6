package org.vitrail.omezarr.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are told: six significant digits, more would be noise and would make documents differ for nothing. */
final class Rounding {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private Rounding() {}

    /** @param value finite */
    static double round(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** Null for what is not finite. */
    static Double finite(double value) {
        return Double.isFinite(value) ? round(value) : null;
    }
}
