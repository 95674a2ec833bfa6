package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Shape and meaning of an image's pixels at full resolution.
 *
 * @param dtype as numpy writes it
 * @param pixelSizeMicrometer null if unknown
 * @param ngffVersion of the stored OME-Zarr, as 0.5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PixelDescription(
        String dtype,
        long sizeT,
        int sizeC,
        long sizeZ,
        long sizeY,
        long sizeX,
        PixelSize pixelSizeMicrometer,
        List<ChannelDescription> channels,
        String ngffVersion) {
    public PixelDescription {
        channels = Components.list(channels);
    }
}
