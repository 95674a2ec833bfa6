package org.vitrail.harvest.protocol;

/** Writes XML text into a bounded buffer; beyond the bound it only remembers that there was more. */
final class MarkupText {

    private final int limit;
    private final StringBuilder text = new StringBuilder(1024);
    private boolean overflowing;

    /** @param limit in chars */
    MarkupText(int limit) {
        this.limit = limit;
    }

    boolean overflowing() {
        return overflowing;
    }

    void markup(String part) {
        if (fits(part.length())) {
            text.append(part);
        }
    }

    void name(String prefix, String localName) {
        if (prefix != null && !prefix.isEmpty()) {
            markup(prefix);
            markup(":");
        }
        markup(localName);
    }

    void attribute(String prefix, String localName, String value) {
        markup(" ");
        name(prefix, localName);
        markup("=\"");
        if (fits(value.length())) {
            escape(value.toCharArray(), 0, value.length(), true);
        }
        markup("\"");
    }

    void characters(char[] source, int start, int length) {
        if (fits(length)) {
            escape(source, start, length, false);
        }
    }

    private boolean fits(int length) {
        if (text.length() + length > limit) {
            overflowing = true;
            text.setLength(0);
        }
        return !overflowing;
    }

    private void escape(char[] source, int start, int length, boolean inAttribute) {
        int end = start + length;
        int from = start;
        for (int i = start; i < end; i++) {
            String escaped = source[i] > '>' ? null : escapeOf(source[i], inAttribute);
            if (escaped != null) {
                text.append(source, from, i - from).append(escaped);
                from = i + 1;
            }
        }
        text.append(source, from, end - from);
    }

    private static String escapeOf(char c, boolean inAttribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '"' -> inAttribute ? "&quot;" : null;
            case '\n' -> inAttribute ? "&#10;" : null;
            case '\t' -> inAttribute ? "&#9;" : null;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
