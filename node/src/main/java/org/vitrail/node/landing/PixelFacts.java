package org.vitrail.node.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PixelSize;

/** What a page says of an image's pixels, in words. */
record PixelFacts(String size, String type, String pixelSize, List<String> channels, String format) {

    static PixelFacts of(PixelDescription pixels) {
        return new PixelFacts(
                size(pixels),
                pixels.dtype(),
                pixelSize(pixels.pixelSizeMicrometer()),
                pixels.channels().stream()
                        .map(channel -> channel.target() == null
                                ? Objects.requireNonNullElse(channel.name(), "unnamed")
                                : channel.name() + " – " + channel.target())
                        .toList(),
                "OME-Zarr " + pixels.ngffVersion());
    }

    private static String size(PixelDescription pixels) {
        List<String> parts = new ArrayList<>();
        parts.add(pixels.sizeX() + " × " + pixels.sizeY() + " pixels");
        add(parts, pixels.sizeZ(), "planes");
        add(parts, pixels.sizeC(), "channels");
        add(parts, pixels.sizeT(), "time points");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 1) {
            parts.add(count + " " + what);
        }
    }

    private static String pixelSize(PixelSize size) {
        if (size == null || size.x() == null || size.y() == null) {
            return "not known";
        }
        String plane = number(size.x()) + " × " + number(size.y());
        return (size.z() == null ? plane : plane + " × " + number(size.z())) + " µm";
    }

    private static String number(double micrometer) {
        return String.format(Locale.ENGLISH, "%.4f", micrometer).replaceFirst("\\.?0+$", "");
    }
}
