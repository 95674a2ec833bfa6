package org.vitrail.schema.xml;

/** What of a text XML 1.0 can carry. */
public final class XmlText {
    private XmlText() {}

    /** The text without characters illegal in XML 1.0 (most controls, lone surrogates, U+FFFE, U+FFFF); null stays null. */
    public static String legal(String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!isLegal(codePoint)) {
                return filtered(text, i);
            }
            i += Character.charCount(codePoint);
        }
        return text;
    }

    /** As {@link #legal}, but null also when nothing or only white space is left: what is blank is not worth saying. */
    public static String legalOrNull(String text) {
        String legal = legal(text);
        return legal == null || legal.isBlank() ? null : legal;
    }

    private static String filtered(String text, int firstIllegal) {
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, firstIllegal);
        text.substring(firstIllegal).codePoints().filter(XmlText::isLegal).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
