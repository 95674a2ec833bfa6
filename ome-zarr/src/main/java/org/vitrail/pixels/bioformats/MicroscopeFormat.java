package org.vitrail.pixels.bioformats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrail.pixels.ImageFormat.Candidate;

/**
 * A format that Bio-Formats reads and we do not.
 *
 * @param name as people call it
 * @param magic first bytes in ISO-8859-1, or null when it is known by its name only
 * @param endings of file names, in lower case
 */
record MicroscopeFormat(String name, String magic, List<String> endings) {

    private static final List<MicroscopeFormat> KNOWN = List.of(
            new MicroscopeFormat("Zeiss CZI", "ZISRAWFILE", List.of(".czi")),
            new MicroscopeFormat("Leica LIF", "\u0070\0\0\0", List.of(".lif", ".lof", ".xlef")),
            new MicroscopeFormat("Nikon ND2", "\u00da\u00ce\u00be\n", List.of(".nd2")),
            new MicroscopeFormat("Zeiss ZVI", null, List.of(".zvi")),
            new MicroscopeFormat("Olympus OIB, OIF or OIR", null, List.of(".oib", ".oif", ".oir")),
            new MicroscopeFormat("Olympus VSI", null, List.of(".vsi")),
            new MicroscopeFormat("DeltaVision", null, List.of(".dv", ".r3d")),
            new MicroscopeFormat("3i SlideBook", null, List.of(".sld", ".sldy")),
            new MicroscopeFormat("Volocity", null, List.of(".mvd2")),
            new MicroscopeFormat("ICS", "ics_version", List.of(".ics")),
            new MicroscopeFormat("Gatan DM3 or DM4", null, List.of(".dm3", ".dm4")),
            new MicroscopeFormat("MRC", null, List.of(".mrc", ".rec", ".st")),
            new MicroscopeFormat("Image-Pro", null, List.of(".ipw", ".seq")));

    /** The format of a file, by its first bytes where it has telling ones. */
    static Optional<MicroscopeFormat> of(Candidate file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(format -> format.magic != null && file.has(0, format.magic)
                        || format.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }
}
