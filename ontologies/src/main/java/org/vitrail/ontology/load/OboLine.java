package org.vitrail.ontology.load;

import java.util.ArrayList;
import java.util.List;

/**
 * One clause of an OBO file: a tag and what follows its colon, still escaped. OBO 1.4 §2.2 and §2.3.
 *
 * @param value stripped; may end with modifiers in braces and a comment behind an exclamation mark
 */
record OboLine(String tag, String value) {
    /** Of a name, with the comment behind them; what is longer belongs to it. */
    private static final int LONGEST_MODIFIERS = 1000;

    /** @throws IllegalArgumentException when the line is no clause */
    static OboLine of(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || line.substring(0, colon).chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("neither a stanza nor \"tag: value\"");
        }
        return new OboLine(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /** The identifiers at the beginning, before modifiers and comment; at least one. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (String token : value.split("\\s+")) {
            if (token.startsWith("!") || token.startsWith("{")) {
                break;
            }
            if (!token.isEmpty()) {
                ids.add(unescaped(token));
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(tag + " names nothing");
        }
        return ids;
    }

    String id() {
        return ids().getFirst();
    }

    /** Unquoted text, without modifiers and comment. */
    String text() {
        int end = 0;
        while (end < value.length() && !isEnd(end)) {
            end = value.charAt(end) == '\\' ? end + 2 : end + 1;
        }
        return unescaped(value.substring(0, Math.min(end, value.length())));
    }

    /** Whether white space here leads to a comment, or to modifiers with nothing but a comment behind them. */
    private boolean isEnd(int at) {
        if (!Character.isWhitespace(value.charAt(at)) || at + 1 == value.length()) {
            return false;
        }
        char next = value.charAt(at + 1);
        if (next == '!') {
            return at + 2 == value.length() || Character.isWhitespace(value.charAt(at + 2));
        }
        return next == '{' && isModifiers(value.substring(at + 1, Math.min(value.length(), at + LONGEST_MODIFIERS)));
    }

    private static boolean isModifiers(String braces) {
        int close = braces.indexOf('}');
        String behind = braces.substring(close + 1).strip();
        return close > braces.indexOf('=') && braces.contains("=") && (behind.isEmpty() || behind.startsWith("!"));
    }

    /** The text between the quotes at the beginning. */
    String quoted() {
        return unescaped(value.substring(1, endOfQuotes()));
    }

    /** What follows the quoted text: scope, type, cross-references. */
    String behindQuotes() {
        return value.substring(endOfQuotes() + 1).strip();
    }

    private int endOfQuotes() {
        if (value.startsWith("\"")) {
            for (int i = 1; i < value.length(); i++) {
                if (value.charAt(i) == '\\') {
                    i++;
                } else if (value.charAt(i) == '"') {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException(tag + " has no text between two quotes");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length();
            plain.append(escape ? meant(text.charAt(++i)) : c);
        }
        return plain.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'W' -> ' ';
            default -> escaped;
        };
    }
}
