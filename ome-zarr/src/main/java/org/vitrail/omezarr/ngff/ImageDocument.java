package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The {@code zarr.json} of an image's or label image's group. OME-NGFF 0.5 §multiscales, §omero, §image-label.
 *
 * @param name of the image
 * @param axes letters in order, e.g. {@code cyx}
 * @param units unit of each axis; null where the sizes are not known
 * @param levels full resolution first
 * @param channels rendering; empty for none
 * @param rgb true when the channels are one color picture
 * @param defaultZ section that a viewer shows first
 * @param labels true for a label image
 */
public record ImageDocument(
        String name,
        String axes,
        List<String> units,
        List<Level> levels,
        List<Omero> channels,
        boolean rgb,
        long defaultZ,
        boolean labels) {

    private static final int MOST_LEVELS = 64;

    /** One entry of {@code datasets}: an array and the distance of its samples along each axis. */
    public record Level(String path, double[] scale) {}

    /** One entry of {@code omero.channels}. */
    public record Omero(String label, String color, double start, double end, double min, double max) {}

    /** OME attributes of the image's group, for {@link GroupObjects}. */
    public ObjectNode attributes(NgffVersion version) {
        ObjectNode ome = JsonNodeFactory.instance.objectNode();
        ObjectNode multiscale = ome.putArray("multiscales").addObject();
        putVersion(multiscale, version);
        multiscale.put("name", name);
        ArrayNode axisList = multiscale.putArray("axes");
        for (int i = 0; i < axes.length(); i++) {
            addAxis(axisList, axes.charAt(i), units.get(i));
        }
        ArrayNode datasets = multiscale.putArray("datasets");
        for (Level level : levels) {
            ObjectNode scale = datasets.addObject()
                    .put("path", level.path)
                    .putArray("coordinateTransformations")
                    .addObject()
                    .put("type", "scale");
            ArrayNode factors = scale.putArray("scale");
            for (double factor : level.scale) {
                factors.add(factor);
            }
        }
        multiscale.put("type", labels ? "mode" : "mean");
        multiscale
                .putObject("metadata")
                .put("method", "org.vitrail.omezarr")
                .put(
                        "description",
                        labels
                                ? "most frequent id of the samples that become one, of equals the first"
                                : "mean of the samples that become one, rounded half up");
        if (!channels.isEmpty()) {
            addOmero(ome.putObject("omero"), version);
        }
        if (labels) {
            ObjectNode label = ome.putObject("image-label");
            putVersion(label, version);
            // colors should be told, and only that of the background is known: none
            label.putArray("colors")
                    .addObject()
                    .put("label-value", 0)
                    .putArray("rgba")
                    .add(0)
                    .add(0)
                    .add(0)
                    .add(0);
            label.putObject("source").put("image", "../../");
        }
        return ome;
    }

    /** 0.4 says its version in every block, 0.5 once. */
    private static void putVersion(ObjectNode block, NgffVersion version) {
        if (version == NgffVersion.V0_4) {
            block.put("version", version.text());
        }
    }

    private static void addAxis(ArrayNode list, char axis, String unit) {
        ObjectNode entry = list.addObject()
                .put("name", String.valueOf(axis))
                .put("type", axis == 't' ? "time" : axis == 'c' ? "channel" : "space");
        if (unit != null) {
            entry.put("unit", unit);
        }
    }

    private void addOmero(ObjectNode omero, NgffVersion version) {
        putVersion(omero, version);
        omero.put("name", name);
        ArrayNode list = omero.putArray("channels");
        for (int c = 0; c < channels.size(); c++) {
            Omero channel = channels.get(c);
            ObjectNode entry = list.addObject()
                    .put("active", c < 6)
                    .put("coefficient", 1)
                    .put("color", channel.color)
                    .put("family", "linear")
                    .put("inverted", false)
                    .put("label", channel.label);
            entry.putObject("window")
                    .put("start", channel.start)
                    .put("end", channel.end)
                    .put("min", channel.min)
                    .put("max", channel.max);
        }
        omero.putObject("rdefs")
                .put("defaultT", 0)
                .put("defaultZ", defaultZ)
                .put("model", rgb || channels.size() > 1 ? "color" : "greyscale");
    }

    /**
     * Parses and checks a document; of several multiscales the first.
     *
     * @throws BadMetadata when it is no image, or breaks the standard
     */
    public static ImageDocument parse(byte[] document) throws BadMetadata {
        JsonNode root = Json.parse(document);
        JsonNode ome = root.path("attributes").path("ome");
        if (!ArrayParser.isNumber(root.path("zarr_format"), 3)) {
            throw new BadMetadata("zarr_format is not 3 (Zarr v3 core, group metadata)");
        }
        return new ImageParser(ome, "0.5").parse();
    }
}
