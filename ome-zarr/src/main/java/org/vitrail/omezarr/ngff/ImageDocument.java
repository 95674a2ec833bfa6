package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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

    /** OME attributes of the image's group, for {@link GroupDocument}. */
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

    /** Names in the document of a label list. */
    public static List<String> parseLabelList(byte[] document) throws BadMetadata {
        List<String> names = new ArrayList<>();
        JsonNode root = Json.parse(document);
        JsonNode list = root.has("labels")
                ? root.path("labels")
                : root.path("attributes").path("ome").path("labels");
        list.forEach(name -> names.add(name.asText()));
        return List.copyOf(names);
    }

    /**
     * Parses and checks a document; of several multiscales the first.
     *
     * @throws BadMetadata when it is no image, or breaks the standard
     */
    public static ImageDocument parse(byte[] document) throws BadMetadata {
        JsonNode root = Json.parse(document);
        JsonNode ome = root.path("attributes").path("ome");
        JsonNode multiscale = ome.path("multiscales").path(0);
        require(root.path("zarr_format").asInt() == 3, "zarr_format is not 3; OME-Zarr 0.4 comes with a later release");
        require(multiscale.isObject(), "there is no attributes.ome.multiscales (OME-NGFF 0.5, multiscales)");
        StringBuilder axes = new StringBuilder();
        List<String> units = new ArrayList<>();
        for (JsonNode axis : multiscale.path("axes")) {
            axes.append(axis.path("name").asText());
            units.add(axis.has("unit") ? axis.path("unit").asText() : null);
        }
        require(
                axes.toString().matches("t?c?z?yx") && axes.length() == units.size(),
                "axes are \"" + axes + "\"; supported are t, c, z, y, x in that order (OME-NGFF 0.5, axes)");
        List<Level> levels = levels(multiscale.path("datasets"), axes.length());
        return new ImageDocument(
                multiscale.path("name").asText(""),
                axes.toString(),
                units,
                levels,
                omero(ome.path("omero")),
                false,
                ome.path("omero").path("rdefs").path("defaultZ").asLong(0),
                ome.has("image-label"));
    }

    private static List<Level> levels(JsonNode datasets, int axes) throws BadMetadata {
        require(!datasets.isEmpty() && datasets.size() <= MOST_LEVELS, "datasets has " + datasets.size() + " entries");
        List<Level> levels = new ArrayList<>();
        for (JsonNode entry : datasets) {
            double[] scale = new double[axes];
            java.util.Arrays.fill(scale, 1);
            JsonNode first = entry.path("coordinateTransformations").path(0);
            require(
                    first.path("type").asText().equals("scale")
                            && first.path("scale").size() == axes,
                    "dataset \"" + entry.path("path").asText() + "\" does not begin with a scale for each axis "
                            + "(OME-NGFF 0.5, coordinateTransformations)");
            for (int i = 0; i < axes; i++) {
                scale[i] = first.path("scale").get(i).asDouble();
            }
            levels.add(new Level(entry.path("path").asText(), scale));
        }
        return List.copyOf(levels);
    }

    private static List<Omero> omero(JsonNode omero) {
        List<Omero> channels = new ArrayList<>();
        for (JsonNode entry : omero.path("channels")) {
            JsonNode window = entry.path("window");
            channels.add(new Omero(
                    entry.path("label").asText(""),
                    entry.path("color").asText("FFFFFF"),
                    window.path("start").asDouble(),
                    window.path("end").asDouble(),
                    window.path("min").asDouble(),
                    window.path("max").asDouble()));
        }
        return List.copyOf(channels);
    }

    private static void require(boolean holds, String otherwise) throws BadMetadata {
        if (!holds) {
            throw new BadMetadata(otherwise);
        }
    }
}
