package org.vitrail.pixels;

import java.util.Locale;
import java.util.Optional;

/** Recognizes files that this release refuses, and says why, in a researcher's words. */
final class ForeignFormats {

    private static final String REVEALS =
            " Such files can reveal a person (names, dates, label pictures, faces); they are taken by a later "
                    + "release that checks them. Export the pixels as OME-TIFF instead.";

    private ForeignFormats() {}

    /**
     * The reason for a refusal.
     *
     * @param name of the file
     */
    static Optional<String> refusal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".svs")
                || lower.endsWith(".ndpi")
                || lower.endsWith(".mrxs")
                || lower.endsWith(".scn")
                || lower.endsWith(".vms")
                || lower.endsWith(".bif")) {
            return Optional.of(name + " is a whole-slide scan." + REVEALS);
        }
        if (lower.endsWith(".mgz") || lower.endsWith(".mgh")) {
            return Optional.of(name + " is a FreeSurfer volume. Convert it to NIfTI (.nii.gz).");
        }
        return Optional.empty();
    }
}
