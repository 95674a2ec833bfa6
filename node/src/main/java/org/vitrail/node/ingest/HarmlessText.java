package org.vitrail.node.ingest;

/** Texts of image files that may be shown to everybody. */
final class HarmlessText {
    private HarmlessText() {}

    /** The text, unless it is blank. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
