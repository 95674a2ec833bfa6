package org.vitrail.pixels;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Recognizes files that this release refuses, and says why, in a researcher's words. */
final class ForeignFormats {

    private static final String LATER =
            " This format comes with a later release. Export the image as OME-TIFF instead.";

    private ForeignFormats() {}

    /**
     * The reason for a refusal.
     *
     * @param name of the file
     * @param head its first bytes, 352 where it is so long
     */
    static Optional<String> refusal(String name, byte[] head) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".mgz") || lower.endsWith(".mgh")) {
            return Optional.of(name + " is a FreeSurfer volume. Convert it to NIfTI (.nii.gz).");
        }
        if (at(head, 0, "ZISRAWFILE") || lower.endsWith(".czi")) {
            return Optional.of(name + " is a Zeiss CZI file." + LATER);
        }
        if (lower.endsWith(".lif") || lower.endsWith(".xlef") || starts(head, 0x70, 0, 0, 0)) {
            return Optional.of(name + " is a Leica LIF file." + LATER);
        }
        if (lower.endsWith(".nd2") || starts(head, 0xda, 0xce, 0xbe, 0x0a)) {
            return Optional.of(name + " is a Nikon ND2 file." + LATER);
        }
        return Optional.empty();
    }

    private static boolean at(byte[] head, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
        if (head.length < offset + wanted.length) {
            return false;
        }
        return java.util.Arrays.equals(head, offset, offset + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean starts(byte[] head, int... magic) {
        boolean same = head.length >= magic.length;
        for (int i = 0; same && i < magic.length; i++) {
            same = (head[i] & 0xff) == magic[i];
        }
        return same;
    }
}
