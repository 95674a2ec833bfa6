package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an array holds where nothing is stored. Zarr v3 core §fill-value-list; Zarr v2 §fill-value-encoding, where null leaves it open and
 * is read as zero, and where programs also write 0.0 and, for a boolean, 0 or 1.
 */
public final class FillValue {

    private static final String WORDS = "NaN|-?Infinity";

    private final JsonNode value;
    private final String type;
    private final boolean v2;

    private FillValue(JsonNode value, String type, boolean v2) {
        this.value = value;
        this.type = type;
        this.v2 = v2;
    }

    /**
     * What is needed instead of a value, in words; empty for a possible value, and for types other than the following.
     *
     * @param type {@code bool}, {@code uint8} … {@code int64}, {@code float16} … {@code float64}
     * @param v2 true for Zarr v2
     */
    public static Optional<String> wanted(JsonNode value, String type, boolean v2) {
        return new FillValue(value, type, v2).wanted();
    }

    /**
     * Little-endian bytes of one sample.
     *
     * @throws IllegalArgumentException when the type cannot hold the value; says what is needed
     */
    static byte[] bytes(JsonNode value, String type, boolean v2) {
        FillValue fill = new FillValue(value, type, v2);
        fill.wanted().ifPresent(wanted -> {
            throw new IllegalArgumentException("fill_value is " + shown(value) + "; " + wanted + " is needed");
        });
        return fill.bytes();
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private Optional<String> wanted() {
        boolean whole = type.matches("u?int(8|16|32|64)");
        boolean floating = type.matches("float(16|32|64)");
        if (v2 && (value.isNull() || value.isMissingNode())) {
            return Optional.empty();
        }
        if (whole && !isWhole()) {
            return Optional.of("a whole number from " + least() + " to " + most());
        }
        if (floating && !isFloating()) {
            return Optional.of("a number that " + type + " can hold, \"NaN\", \"Infinity\" or \"-Infinity\""
                    + (v2 ? "" : ", or \"0x\" and " + bits() / 4 + " hexadecimal digits"));
        }
        boolean truth = value.isBoolean() || v2 && value.isNumber() && (isNumber(0) || isNumber(1));
        return type.equals("bool") && !truth ? Optional.of("true or false") : Optional.empty();
    }

    private boolean isNumber(int wanted) {
        return value.doubleValue() == wanted;
    }

    private int bits() {
        return Integer.parseInt(type.replaceAll("[a-z]+", ""));
    }

    private BigInteger least() {
        return type.startsWith("u")
                ? BigInteger.ZERO
                : BigInteger.ONE.shiftLeft(bits() - 1).negate();
    }

    private BigInteger most() {
        return BigInteger.ONE
                .shiftLeft(type.startsWith("u") ? bits() : bits() - 1)
                .subtract(BigInteger.ONE);
    }

    private boolean isWhole() {
        boolean whole = value.isIntegralNumber()
                || v2 && value.isNumber() && Math.abs(value.doubleValue()) < 1L << 53 && value.doubleValue() % 1 == 0;
        return whole && number().compareTo(least()) >= 0 && number().compareTo(most()) <= 0;
    }

    private BigInteger number() {
        return value.isIntegralNumber() ? value.bigIntegerValue() : BigInteger.valueOf((long) value.doubleValue());
    }

    private boolean isFloating() {
        if (value.isNumber()) {
            double most = bits() == 64 ? Double.MAX_VALUE : bits() == 32 ? Float.MAX_VALUE : 65_504;
            return Math.abs(value.doubleValue()) <= most;
        }
        String text = value.isTextual() ? value.textValue() : "";
        return text.matches(WORDS) || !v2 && text.matches("0x[0-9a-fA-F]{1," + bits() / 4 + "}");
    }

    private byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        switch (type) {
            case "bool" -> bytes.put((byte) (value.booleanValue() || value.doubleValue() != 0 ? 1 : 0));
            case "float32" -> bytes.putInt(isHex() ? (int) hex() : Float.floatToRawIntBits((float) floating()));
            case "float64" -> bytes.putLong(isHex() ? hex() : Double.doubleToRawLongBits(floating()));
            default -> bytes.putLong(value.isNumber() ? number().longValue() : 0);
        }
        return Arrays.copyOf(bytes.array(), type.equals("bool") ? 1 : bits() / 8);
    }

    private boolean isHex() {
        return value.isTextual() && value.textValue().startsWith("0x");
    }

    private long hex() {
        return Long.parseUnsignedLong(value.textValue().substring(2), 16);
    }

    private double floating() {
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> value.asDouble();
        };
    }
}
