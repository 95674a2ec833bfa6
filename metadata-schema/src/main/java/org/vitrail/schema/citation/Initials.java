package org.vitrail.schema.citation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Initials of one word of a given name. */
final class Initials {
    private Initials() {}

    /** "J.-P." of "Jean-Pierre"; the word itself in a script without capitals; empty when it has no letter. */
    static String of(String word) {
        return Arrays.stream(word.split("[-‐‑]"))
                .map(Initials::ofPart)
                .filter(initial -> !initial.isEmpty())
                .collect(Collectors.joining("-"));
    }

    private static String ofPart(String part) {
        int start = 0;
        while (start < part.length() && !Character.isLetter(part.codePointAt(start))) {
            start += Character.charCount(part.codePointAt(start));
        }
        if (start == part.length()) {
            return "";
        }
        int letter = part.codePointAt(start);
        if (Character.toUpperCase(letter) == Character.toLowerCase(letter)) {
            return part;
        }
        int end = start + Character.charCount(letter);
        while (end < part.length() && Character.getType(part.codePointAt(end)) == Character.NON_SPACING_MARK) {
            end += Character.charCount(part.codePointAt(end));
        }
        return part.substring(start, end) + ".";
    }
}
