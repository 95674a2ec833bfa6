package org.vitrail.omezarr.digest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** A sum without rounding: the same whatever the order of what is added. Not safe for several threads. */
public final class ExactSum {

    /** Every double is a whole multiple of 2⁻¹⁰⁷⁴. IEEE 754 §3.3. */
    private static final int FRACTION_BITS = 1074;

    private static final double WHOLE_LIMIT = 0x1p62;

    private long whole;
    private BigInteger wholes = BigInteger.ZERO;
    private BigInteger fractions = BigInteger.ZERO;
    private boolean lost;

    /** Adds a whole number. */
    public void add(long value) {
        long sum = whole + value;
        if (((whole ^ sum) & (value ^ sum)) < 0) {
            wholes = wholes.add(BigInteger.valueOf(whole));
            whole = value;
        } else {
            whole = sum;
        }
    }

    /** Adds a number; after NaN or an infinity the sum is NaN. */
    public void add(double value) {
        if (Math.abs(value) < WHOLE_LIMIT && value == (long) value) {
            add((long) value);
        } else if (Double.isFinite(value)) {
            fractions = fractions.add(scaled(value));
        } else {
            lost = true;
        }
    }

    /** The sum as a multiple of 2⁻¹⁰⁷⁴; what was not finite is left out. */
    public BigInteger scaled() {
        return wholes.add(BigInteger.valueOf(whole)).shiftLeft(FRACTION_BITS).add(fractions);
    }

    /** The sum, rounded once; NaN when something that was added was not finite. */
    public double value() {
        if (lost) {
            return Double.NaN;
        }
        if (fractions.signum() == 0) {
            return wholes.signum() == 0
                    ? whole
                    : wholes.add(BigInteger.valueOf(whole)).doubleValue();
        }
        BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(FRACTION_BITS));
        return new BigDecimal(scaled()).divide(unit, MathContext.DECIMAL128).doubleValue();
    }

    private static BigInteger scaled(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & 0xfffffffffffffL;
        long significand = exponent == 0 ? fraction : fraction | 0x10000000000000L;
        BigInteger scaled = BigInteger.valueOf(significand).shiftLeft(Math.max(0, exponent - 1));
        return bits < 0 ? scaled.negate() : scaled;
    }
}
