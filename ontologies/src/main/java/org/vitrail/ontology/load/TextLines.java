package org.vitrail.ontology.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Lines of a text, counted, each bounded in length; tells whether the last one was ended. */
final class TextLines {
    private static final int LONGEST = 1 << 20;

    private final BufferedReader in;
    private long number;
    private boolean ended = true;

    TextLines(Reader in) {
        this.in = new BufferedReader(in, 1 << 16);
    }

    /** Of the line last given, from 1. */
    long number() {
        return number;
    }

    /** Whether the line last given had its line break. */
    boolean ended() {
        return ended;
    }

    /**
     * The next line, those that a backslash continues joined to it; null at the end.
     *
     * @throws IllegalArgumentException when it is longer than a mebi of characters
     */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        number++;
        ended = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                ended = true;
                if (!isContinued(line)) {
                    return line.toString();
                }
                line.setLength(line.length() - 1);
                number++;
            } else if (c != '\r') {
                ended = false;
                line.append((char) c);
            }
            if (line.length() > LONGEST) {
                throw new IllegalArgumentException("longer than " + LONGEST + " characters");
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private static boolean isContinued(StringBuilder line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
