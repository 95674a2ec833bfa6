package org.vitrail.cli.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.omezarr.ArrayStorage;
import org.vitrail.omezarr.ChannelRendering;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.omezarr.ScaleLevel;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** What is known of one image, by names that people and programs read. */
final class ImageFacts {

    private final boolean digest;

    /** @param digest true to read every pixel and tell the digest */
    ImageFacts(boolean digest) {
        this.digest = digest;
    }

    /** An image of a file that is no Zarr: it has no levels. */
    Map<String, Object> of(PixelSource image) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        SourceMetadata metadata = image.metadata();
        putIfKnown(found, "name", metadata.name());
        putIfKnown(found, "axes", metadata.axesFromFile());
        putSizes(found, image);
        List<Object> channels = new ArrayList<>();
        boolean unnamed = metadata.rgb() && metadata.channels().isEmpty();
        for (Channel channel : unnamed ? Channel.RED_GREEN_BLUE : metadata.channels()) {
            Map<String, Object> each = new LinkedHashMap<>();
            putIfKnown(each, "label", channel.name());
            putIfKnown(each, "color", channel.color());
            channels.add(each);
        }
        if (!channels.isEmpty()) {
            found.put("channels", channels);
        }
        if (digest) {
            found.put("digest", PixelDigest.of(image));
        }
        return found;
    }

    /** An image of an OME-Zarr with levels, storage and labels. */
    Map<String, Object> of(OmeZarrReader image) throws IOException {
        Map<String, Object> found = levels(image);
        Map<String, Object> labels = new LinkedHashMap<>();
        for (String name : image.labels()) {
            labels.put(name, levels(image.label(name)));
        }
        if (!labels.isEmpty()) {
            found.put("labels", labels);
        }
        return found;
    }

    /** Labels have no labels: one that is listed as its own would never end. */
    private Map<String, Object> levels(OmeZarrReader image) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("version", image.version());
        found.put("name", image.name());
        found.put("axes", image.axes());
        putSizes(found, image.level(0));
        if (image.multiscales() > 1) {
            found.put("multiscales", image.multiscales() + ", of which the first is read");
        }
        List<Object> levels = new ArrayList<>();
        for (int i = 0; i < image.levels().size(); i++) {
            levels.add(level(image, i));
        }
        found.put("levels", levels);
        if (!image.channels().isEmpty()) {
            found.put(
                    "channels",
                    image.channels().stream().map(ImageFacts::channel).toList());
        }
        putMeasures(found, image.vitrail());
        if (digest) {
            String read = PixelDigest.of(image.level(0));
            found.put("digest", read);
            String noted = image.vitrail().path("pixelDigest").asText(read);
            putIfKnown(found, "digestDiffers", noted.equals(read) ? null : "when it was written it was " + noted);
        }
        return found;
    }

    /** @param noted by our writer; a missing node of images that others wrote */
    private static void putMeasures(Map<String, Object> found, JsonNode noted) {
        putIfKnown(found, "perceptualHash", noted.path("perceptualHash").textValue());
        List<Map<String, Object>> quality = QualityBrief.of(noted.path("quality"));
        putIfKnown(found, "quality", quality.isEmpty() ? null : quality);
    }

    private static void putSizes(Map<String, Object> found, PixelSource image) {
        SourceMetadata metadata = image.metadata();
        found.put("shape", image.shape().toString());
        found.put("dtype", image.type().numpyName());
        putIfKnown(found, "pixelSizeXMicrometer", metadata.pixelSizeX());
        putIfKnown(found, "pixelSizeYMicrometer", metadata.pixelSizeY());
        putIfKnown(found, "pixelSizeZMicrometer", metadata.pixelSizeZ());
        putIfKnown(found, "timeStepSeconds", metadata.timeStep());
        WellPosition well = metadata.well();
        if (well != null) {
            found.put("well", well.rowName() + well.columnName() + ", field " + (well.field() + 1));
        }
    }

    private static Map<String, Object> level(OmeZarrReader image, int number) {
        ScaleLevel level = image.levels().get(number);
        ArrayStorage storage = image.storage(number);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("path", level.path());
        found.put("shape", level.shape().toString());
        found.put("factor", level.factorZ() + "x" + level.factorY() + "x" + level.factorX());
        found.put("chunk", storage.chunk());
        found.put("shard", storage.shard());
        found.put("codecs", storage.codecs());
        return found;
    }

    private static Map<String, Object> channel(ChannelRendering channel) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("label", channel.label());
        found.put("color", channel.color());
        found.put("window", List.of(channel.start(), channel.end()));
        found.put("range", List.of(channel.min(), channel.max()));
        return found;
    }

    private static void putIfKnown(Map<String, Object> found, String key, Object value) {
        if (value != null) {
            found.put(key, value);
        }
    }
}
