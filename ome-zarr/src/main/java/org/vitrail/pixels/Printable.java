package org.vitrail.pixels;

/** Makes texts from files, such as names, fit for a line of a message or log: no line breaks, no control of terminals. */
public final class Printable {

    private Printable() {}

    /** The text with a question mark for each control character, and each that changes the direction or look of text; null stays null. */
    public static String of(String text) {
        return text == null ? null : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\x{80}-\\x{9f}]", "?");
    }
}
