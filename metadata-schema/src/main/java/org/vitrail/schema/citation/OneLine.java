package org.vitrail.schema.citation;

import java.util.regex.Pattern;
import org.vitrail.schema.xml.XmlText;

/** Text for formats in which a line break begins something else. */
final class OneLine {
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\u0085]+");

    private OneLine() {}

    /** The text without controls, every run of white space and line separators one space; null is empty. */
    static String of(String text) {
        return text == null
                ? ""
                : GAPS.matcher(XmlText.legal(text)).replaceAll(" ").strip();
    }
}
