package org.vitrail.node.ingest;

import org.vitrail.schema.dataset.LabelDescription;

/** The key of a label below its image's {@code labels/}: letters, digits, {@code . _ -}. */
final class LabelNames {
    private static final int LONGEST = 100;

    private LabelNames() {}

    /** @param index of the label within its image, from 0 */
    static String of(LabelDescription label, int index) {
        String wanted = label.name() == null ? "" : label.name().strip();
        String key = wanted.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        if (key.isEmpty() || key.startsWith("__")) {
            return "labels-" + (index + 1);
        }
        return key.substring(0, Math.min(key.length(), LONGEST));
    }
}
