package org.vitrail.pixels;

import java.util.Locale;
import java.util.Optional;

/** Recognizes files that this release refuses, and says why, in a researcher's words. */
final class ForeignFormats {

    private ForeignFormats() {}

    /**
     * The reason for a refusal.
     *
     * @param name of the file
     */
    static Optional<String> refusal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".mgz") || lower.endsWith(".mgh")) {
            return Optional.of(name + " is a FreeSurfer volume. Convert it to NIfTI (.nii.gz).");
        }
        if (lower.endsWith(".img") || lower.endsWith(".img.gz")) {
            return Optional.of(name + " has the voxels of a NIfTI pair only. Give its header (.hdr) with it.");
        }
        return Optional.empty();
    }
}
