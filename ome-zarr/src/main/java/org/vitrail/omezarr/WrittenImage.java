package org.vitrail.omezarr;

import java.util.List;
import org.vitrail.omezarr.quality.ImageQuality;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/**
 * What came of one conversion.
 *
 * @param shape of full resolution
 * @param type of the samples
 * @param axes that were written, of {@code tczyx}
 * @param digest pixel digest, contracts.md §7
 * @param perceptualHash {@code vitrail-phash-1}, docs/formats/perceptual-hash.md; null for label images
 * @param quality docs/formats/image-quality.md; null for label images, and where it was left out
 * @param sizeBytes sum over the stored objects
 * @param objects what was stored, sorted by key; keys are relative to the store's root (a label's begin with {@code labels/})
 * @param channels rendering of each c; empty for label images
 * @param levels full resolution first
 * @param thumbnailJpeg at most 256 pixels wide and high
 */
public record WrittenImage(
        PixelShape shape,
        PixelType type,
        String axes,
        String digest,
        String perceptualHash,
        ImageQuality quality,
        long sizeBytes,
        List<StoredObject> objects,
        List<ChannelRendering> channels,
        List<ScaleLevel> levels,
        byte[] thumbnailJpeg) {

    /** Copies lists and bytes. */
    public WrittenImage {
        objects = List.copyOf(objects);
        channels = List.copyOf(channels);
        levels = List.copyOf(levels);
        thumbnailJpeg = thumbnailJpeg.clone();
    }

    /** A copy of the picture. */
    @Override
    public byte[] thumbnailJpeg() {
        return thumbnailJpeg.clone();
    }
}
