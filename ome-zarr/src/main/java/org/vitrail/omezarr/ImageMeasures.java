package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vitrail.omezarr.digest.PerceptualHash;
import org.vitrail.omezarr.pyramid.Area;
import org.vitrail.omezarr.pyramid.Tile;
import org.vitrail.omezarr.quality.ImageQuality;
import org.vitrail.omezarr.quality.QualityMeasures;
import org.vitrail.omezarr.render.ChannelRanges;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/** What is learned of an image while its tiles pass, beyond the digest: how it looks, and its technical quality. */
final class ImageMeasures implements Tile.Observer {

    private final PerceptualHash hash;
    private final QualityMeasures quality;

    /** @param ranges which sees the same tiles; @param measured false to leave quality out */
    ImageMeasures(PixelShape shape, PixelType type, ChannelRanges ranges, boolean measured) {
        hash = new PerceptualHash(shape, type);
        quality = measured ? new QualityMeasures(shape, type, ranges) : null;
    }

    /**
     * When all tiles have passed.
     *
     * @param perceptualHash {@code vitrail-phash-1}
     * @param quality null when it was left out
     */
    record Found(String perceptualHash, ImageQuality quality) {

        /** What stands beside OME's attributes in the image's group. docs/formats/images.md. */
        ObjectNode attributes(String digest) {
            ObjectNode attributes = JsonNodeFactory.instance.objectNode();
            attributes.put("pixelDigest", digest).put("perceptualHash", perceptualHash);
            if (quality != null) {
                attributes.set("quality", quality.toJson());
            }
            return attributes;
        }
    }

    @Override
    public void see(Tile tile) {
        if (tile.level() != 0) {
            return;
        }
        Area area = tile.area();
        hash.see(tile.t(), tile.c(), tile.z(), tile.y(), tile.x(), area.height(), area.width(), area.bytes());
        if (quality != null) {
            int y = (int) tile.y();
            int x = (int) tile.x();
            quality.see(tile.t(), tile.c(), tile.z(), y, x, area.height(), area.width(), area.bytes());
        }
    }

    Found found() {
        return new Found(hash.finish(), quality == null ? null : quality.result());
    }
}
