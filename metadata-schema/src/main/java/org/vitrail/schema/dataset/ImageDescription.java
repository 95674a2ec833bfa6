package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One image as its depositor describes it.
 *
 * @param files relative paths; several files make one fileset
 * @param axes letters of tczyx (s for samples), slowest first, only where the file does not say; else null
 * @param pixelSizeMicrometer overrides the file's; null keeps it
 * @param digest pixel digest (contracts §7) that must come out; null if unknown
 * @param split part it plays in machine learning; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageDescription(
        List<String> files,
        String name,
        String axes,
        PixelSize pixelSizeMicrometer,
        List<ChannelDescription> channels,
        List<LabelDescription> labels,
        String digest,
        Split split) {
    public ImageDescription {
        files = Components.list(files);
        channels = Components.list(channels);
        labels = Components.list(labels);
    }

    /** An image that plays no part in machine learning. */
    public ImageDescription(
            List<String> files,
            String name,
            String axes,
            PixelSize pixelSizeMicrometer,
            List<ChannelDescription> channels,
            List<LabelDescription> labels,
            String digest) {
        this(files, name, axes, pixelSizeMicrometer, channels, labels, digest, null);
    }
}
