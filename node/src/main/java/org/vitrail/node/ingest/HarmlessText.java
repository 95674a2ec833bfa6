package org.vitrail.node.ingest;

import org.vitrail.pixels.identity.FileNameRule;
import org.vitrail.pixels.identity.IdentityText;

/** Names that image files give to images, channels and plates, where they may be shown to everybody. */
final class HarmlessText {
    private HarmlessText() {}

    /** The text, unless it is blank or could reveal a person. */
    static String orNull(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        boolean harmless = IdentityText.kinds(text).isEmpty()
                && FileNameRule.findings(text).isEmpty();
        return harmless ? text.strip() : null;
    }
}
