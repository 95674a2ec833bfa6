package org.vitrail.pixels.identity;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds in free text what could reveal a person; never returns the text itself. Knows cues in English, French and German. Time grows
 * with the length of the text whatever stands in it. After DICOM PS3.15 Annex E (clean descriptors option), carried over to any text.
 */
public final class IdentityText {

    private static final List<TextRule> RULES =
            Stream.concat(NameRules.RULES.stream(), NumberRules.RULES.stream()).toList();

    /** What masking uncovers is masked again; text settles after two rounds, the bound is for hostile ones. */
    private static final int ROUNDS = 4;

    private IdentityText() {}

    /** Kinds that occur; empty for harmless text. */
    public static Set<IdentityFinding.Kind> kinds(String text) {
        Set<IdentityFinding.Kind> kinds = EnumSet.noneOf(IdentityFinding.Kind.class);
        for (TextRule rule : RULES) {
            if (!kinds.contains(rule.kind()) && rule.occurs(text)) {
                kinds.add(rule.kind());
            }
        }
        return kinds;
    }

    /**
     * Findings for one text at a place, one for each kind.
     *
     * @param file name without folders
     * @param where in the format's own terms
     */
    public static List<IdentityFinding> findings(
            String text, String file, String where, IdentityFinding.Treatment treatment) {
        return kinds(text).stream()
                .map(kind -> new IdentityFinding(kind, file, where, reason(kind), treatment))
                .toList();
    }

    /**
     * The same text with the revealing stretches overwritten by {@code X}.
     *
     * @return of the same length in bytes of UTF-8, so that it can be patched in place; in it nothing is found any more
     */
    public static String masked(String text) {
        String masked = text;
        for (int round = 0; round < ROUNDS; round++) {
            BitSet revealing = revealing(masked);
            if (revealing.isEmpty()) {
                break;
            }
            masked = overwritten(masked, revealing);
        }
        return masked;
    }

    private static BitSet revealing(String text) {
        BitSet revealing = new BitSet();
        RULES.forEach(rule -> rule.each(text, revealing::set));
        return revealing;
    }

    private static String overwritten(String text, BitSet revealing) {
        StringBuilder written = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (revealing.get(at)) {
                written.append("X".repeat(bytes(codePoint)));
            } else {
                written.appendCodePoint(codePoint);
            }
            at += Character.charCount(codePoint);
        }
        return written.toString();
    }

    /** In UTF-8; half a surrogate pair is written as one question mark. */
    private static int bytes(int codePoint) {
        if (codePoint < 0x80 || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static String reason(IdentityFinding.Kind kind) {
        return switch (kind) {
            case EMAIL -> "Reads like an address for electronic mail, which belongs to a person";
            case PERSON_NAME -> "Reads like the name of a patient, operator or author";
            case IDENTIFIER ->
                "Reads like a number by which a hospital or an authority knows a person or an examination";
            case DATE -> "Reads like a date of birth, examination or acquisition, which narrows down who it can be";
            case LOCATION -> "Reads like coordinates or an address of a place, which narrows down who it can be";
            default -> "Could reveal a person";
        };
    }
}
