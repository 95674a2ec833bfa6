package org.vitrail.node.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of an object a request asks for. RFC 9110 §14.1.2 and §14.2. */
sealed interface ByteRange {
    /** All of it: no range, several ranges, another unit, or one that is malformed and so ignored. */
    record Whole() implements ByteRange {}

    /** Bytes {@code first} to {@code last}, both inclusive and inside the object. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Nothing of the range lies inside the object. */
    record Unsatisfiable() implements ByteRange {}

    Pattern SINGLE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d*)-(\\d*)\\s*", Pattern.CASE_INSENSITIVE);
    int LONGEST_NUMBER = 18;

    /**
     * Reads the Range field. Several ranges are answered with the whole, which §14.2 allows.
     *
     * @param field null without one
     * @param sizeBytes of the object
     */
    static ByteRange read(String field, long sizeBytes) {
        Matcher single = SINGLE.matcher(field == null ? "" : field);
        if (!single.matches() || single.group(1).isEmpty() && single.group(2).isEmpty()) {
            return new Whole();
        }
        if (single.group(1).isEmpty()) {
            long suffix = Math.min(number(single.group(2)), sizeBytes);
            return suffix == 0 ? new Unsatisfiable() : new Part(sizeBytes - suffix, sizeBytes - 1);
        }
        long first = number(single.group(1));
        long last = single.group(2).isEmpty() ? Long.MAX_VALUE : number(single.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= sizeBytes ? new Unsatisfiable() : new Part(first, Math.min(last, sizeBytes - 1));
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=\\d)", "");
        return significant.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
