package org.vitrail.pixels.hdf5;

/** Texts that are stored as numbers, one for each letter, as MATLAB and others do. */
final class SpelledText {

    private static final int LEAST = 4;

    private SpelledText() {}

    /** The text; empty unless nearly all numbers are letters, digits, signs and blanks of ASCII, and most are letters, digits and blanks. */
    static String of(double[] numbers) {
        StringBuilder text = new StringBuilder();
        int words = 0;
        int others = 0;
        for (double number : numbers) {
            int sign = number == Math.rint(number) && number >= 0 && number < 127 ? (int) number : 127;
            boolean printable = sign >= ' ' && sign < 127;
            boolean blank = sign == 0 || sign == '\n' || sign == '\r' || sign == '\t';
            words += printable && (Character.isLetterOrDigit(sign) || sign == ' ') ? 1 : 0;
            others += printable || blank ? 0 : 1;
            text.append(printable ? (char) sign : ' ');
        }
        boolean readable = words >= LEAST
                && others * 20 <= numbers.length
                && words * 2 > text.toString().strip().length();
        return readable ? text.toString().strip() : "";
    }
}
