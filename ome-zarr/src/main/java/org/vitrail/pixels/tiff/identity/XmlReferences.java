package org.vitrail.pixels.tiff.identity;

/** Resolves references to characters and the five entities that XML knows by itself. XML 1.0 §4.1, §4.6. */
final class XmlReferences {

    private static final int MOST_CHARACTERS = 10;

    private XmlReferences() {}

    /** The text as a parser gives it; what is no such reference stays. */
    static String resolved(String text) {
        int next = text.indexOf('&');
        if (next < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (next >= 0) {
            int end = text.indexOf(';', next);
            int point = end < 0 || end - next > MOST_CHARACTERS ? -1 : point(text.substring(next + 1, end));
            if (point >= 0) {
                out.append(text, copied, next).appendCodePoint(point);
                copied = end + 1;
            }
            next = text.indexOf('&', next + 1);
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** The character of a name or number, −1 for others. */
    private static int point(String name) {
        switch (name) {
            case "amp":
                return '&';
            case "lt":
                return '<';
            case "gt":
                return '>';
            case "quot":
                return '"';
            case "apos":
                return '\'';
            default:
                return number(name);
        }
    }

    private static int number(String name) {
        try {
            boolean hex = name.startsWith("#x");
            int point = name.startsWith("#") ? Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10) : -1;
            return Character.isValidCodePoint(point) ? point : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
