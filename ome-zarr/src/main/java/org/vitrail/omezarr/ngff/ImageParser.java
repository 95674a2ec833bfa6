package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the metadata of an image apart; of several multiscales the first. OME-NGFF 0.4 and 0.5 §multiscales. */
final class ImageParser {

    private static final int MOST_LEVELS = 64;
    private static final int MOST_CHANNELS = 100_000;

    private final JsonNode attributes;
    private final String version;

    /** @param attributes what holds {@code multiscales}: {@code .zattrs}, or {@code attributes.ome} of {@code zarr.json} */
    ImageParser(JsonNode attributes, String version) {
        this.attributes = attributes;
        this.version = version;
    }

    ImageDocument parse() throws BadMetadata {
        JsonNode multiscale = attributes.path("multiscales").path(0);
        require(multiscale.isObject(), "there is no image in it: no multiscales", "multiscales");
        StringBuilder axes = new StringBuilder();
        List<String> units = new ArrayList<>();
        for (JsonNode axis : multiscale.path("axes")) {
            String name = axis.isTextual() ? axis.asText() : axis.path("name").asText();
            require(
                    name.matches("[tczyx]") && axes.indexOf(name) < 0,
                    "axis \"" + name + "\" is not supported; each of t, c, z, y, x may stand once",
                    "axes");
            axes.append(name);
            units.add(axis.path("unit").isTextual() ? axis.path("unit").asText() : null);
        }
        require(
                axes.indexOf("y") >= 0 && axes.indexOf("x") >= 0,
                "axes are \"" + axes + "\"; y and x must be among them",
                "axes");
        JsonNode omero = attributes.path("omero");
        return new ImageDocument(
                multiscale.path("name").asText(""),
                axes.toString(),
                units,
                levels(multiscale, axes.length()),
                channels(omero),
                false,
                omero.path("rdefs").path("defaultZ").asLong(0),
                attributes.has("image-label"));
    }

    private List<ImageDocument.Level> levels(JsonNode multiscale, int axes) throws BadMetadata {
        JsonNode datasets = multiscale.path("datasets");
        require(
                !datasets.isEmpty() && datasets.size() <= MOST_LEVELS,
                "datasets has " + datasets.size() + " entries",
                "multiscales");
        double[] all = multiscale.has("coordinateTransformations") ? scale(multiscale, axes, "the multiscale") : null;
        List<ImageDocument.Level> levels = new ArrayList<>();
        for (JsonNode entry : datasets) {
            String path = entry.path("path").asText();
            double[] scale = scale(entry, axes, "dataset \"" + path + "\"");
            for (int i = 0; all != null && i < axes; i++) {
                scale[i] *= all[i];
            }
            levels.add(new ImageDocument.Level(path, scale));
        }
        return List.copyOf(levels);
    }

    private double[] scale(JsonNode holder, int axes, String what) throws BadMetadata {
        JsonNode list = null;
        for (JsonNode step : holder.path("coordinateTransformations")) {
            list = step.path("type").asText().equals("scale") ? step.path("scale") : list;
        }
        require(list != null && list.size() == axes, what + " has no scale for each axis", "coordinateTransformations");
        double[] scale = new double[axes];
        JsonNode factors = list;
        Arrays.setAll(scale, i -> factors.get(i).asDouble());
        return scale;
    }

    private List<ImageDocument.Omero> channels(JsonNode omero) throws BadMetadata {
        require(omero.path("channels").size() <= MOST_CHANNELS, "omero has too many channels", "omero");
        List<ImageDocument.Omero> channels = new ArrayList<>();
        for (JsonNode entry : omero.path("channels")) {
            JsonNode window = entry.path("window");
            channels.add(new ImageDocument.Omero(
                    entry.path("label").asText(""),
                    entry.path("color").asText("FFFFFF"),
                    window.path("start").asDouble(),
                    window.path("end").asDouble(),
                    window.path("min").asDouble(),
                    window.path("max").asDouble()));
        }
        return List.copyOf(channels);
    }

    private void require(boolean holds, String otherwise, String section) throws BadMetadata {
        if (!holds) {
            throw new BadMetadata(otherwise + " (OME-NGFF " + version + ", " + section + ")");
        }
    }
}
