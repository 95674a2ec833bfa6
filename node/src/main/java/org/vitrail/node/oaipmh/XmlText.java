package org.vitrail.node.oaipmh;

/** What may stand in an XML document. XML 1.0 (5th edition) §2.2. */
final class XmlText {
    private XmlText() {}

    /** The text without characters that XML 1.0 cannot carry, such as controls and lone surrogates. */
    static String clean(String text) {
        if (isLegal(text)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    static boolean isLegal(String text) {
        return text.codePoints().allMatch(XmlText::isLegal);
    }

    private static boolean isLegal(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
