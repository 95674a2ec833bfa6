package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.ngff.BadMetadata;
import org.vitrail.omezarr.ngff.ImageDocument;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;

/** Reads OME-Zarr 0.5 images from any store. Safe for several threads. */
public final class OmeZarrReader {

    private static final String GROUP = "zarr.json";

    private final ZarrStore store;
    private final String prefix;
    private final ImageDocument document;
    private final List<ZarrArrayPixels> pixels;

    private OmeZarrReader(ZarrStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
        byte[] group = store.find(prefix + GROUP)
                .orElseThrow(() -> new UnreadableZarr("There is no OME-Zarr at " + store + prefix + ": " + prefix
                        + GROUP + " is absent. Give the folder or address that ends with .ome.zarr."));
        try {
            this.document = ImageDocument.parse(group);
        } catch (BadMetadata bad) {
            throw bad(prefix + GROUP, bad);
        }
        this.pixels = document.levels().stream().map(this::array).toList();
    }

    /**
     * Opens the image at a store's root.
     *
     * @throws UnreadableZarr when there is no image, or metadata are wrong or unsupported
     * @throws ZarrStoreFailure when the store did not answer
     */
    public static OmeZarrReader open(ZarrStore store) {
        return new OmeZarrReader(store, "");
    }

    private ZarrArrayPixels array(ImageDocument.Level level) {
        String path = prefix + level.path();
        String key = ZarrKeys.checked(path + "/" + GROUP);
        byte[] array = store.find(key)
                .orElseThrow(() -> new UnreadableZarr("Level " + path + " of " + store + " is absent: there is no "
                        + key + " (OME-NGFF 0.5, datasets)"));
        try {
            ArrayMetadata parsed = ArrayMetadata.parse(array);
            if (parsed.shape().length != document.axes().length()) {
                throw new BadMetadata("it has " + parsed.shape().length + " axes, the image names " + document.axes());
            }
            return new ZarrArrayPixels(store, path, parsed, metadata(level));
        } catch (BadMetadata bad) {
            throw bad(key, bad);
        }
    }

    private SourceMetadata metadata(ImageDocument.Level level) {
        List<Channel> channels = document.channels().stream()
                .map(channel -> new Channel(channel.label(), channel.color()))
                .toList();
        return new SourceMetadata(
                document.name(),
                document.axes(),
                spacing(level, 'x'),
                spacing(level, 'y'),
                spacing(level, 'z'),
                channels,
                false);
    }

    /** Micrometer, or null when the axis is absent or has no unit. */
    private Double spacing(ImageDocument.Level level, char axis) {
        int place = document.axes().indexOf(axis);
        if (place < 0 || !"micrometer".equals(document.units().get(place))) {
            return null;
        }
        double size = level.scale()[place];
        return size > 0 && Double.isFinite(size) ? size : null;
    }

    /** Name of the image; empty where it has none. */
    public String name() {
        return document.name();
    }

    /** Axes of the arrays, of {@code tczyx}. */
    public String axes() {
        return document.axes();
    }

    /** Scale levels, full resolution first. */
    public List<ScaleLevel> levels() {
        List<ScaleLevel> levels = new ArrayList<>();
        int last = document.axes().length() - 1;
        double[] full = document.levels().get(0).scale();
        for (int i = 0; i < pixels.size(); i++) {
            double[] scale = document.levels().get(i).scale();
            PixelShape shape = pixels.get(i).shape();
            levels.add(new ScaleLevel(
                    document.levels().get(i).path(),
                    shape,
                    Math.round(scale[last - 1] / full[last - 1]),
                    Math.round(scale[last] / full[last])));
        }
        return List.copyOf(levels);
    }

    /** Pixels of a level, 0 for full resolution. */
    public PixelSource level(int level) {
        return pixels.get(level);
    }

    /** How a level is stored, for people: chunk, shard and codecs. */
    public Storage storage(int level) {
        ArrayMetadata array = pixels.get(level).array();
        List<String> codecs = new ArrayList<>();
        for (JsonNode codec : array.codec().metadata()) {
            String inner = codec.path("configuration").path("cname").asText();
            codecs.add(codec.path("name").asText() + (inner.isEmpty() ? "" : " (" + inner + ")"));
        }
        return new Storage(
                ints(array.chunkShape()), array.sharded() ? ints(array.gridShape()) : List.of(), List.copyOf(codecs));
    }

    /**
     * Storage of an array.
     *
     * @param chunk shape of an inner chunk, along {@link #axes}
     * @param shard shape of a shard; empty without sharding
     * @param codecs names in order
     */
    public record Storage(List<Integer> chunk, List<Integer> shard, List<String> codecs) {}

    private static List<Integer> ints(int[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    /** Rendering of the channels; empty where there is no {@code omero} block. */
    public List<ChannelRendering> channels() {
        return document.channels().stream()
                .map(c -> new ChannelRendering(c.label(), c.color(), c.start(), c.end(), c.min(), c.max()))
                .toList();
    }

    /** Names of the label images. */
    public List<String> labels() {
        return store.find(prefix + "labels/" + GROUP).map(this::labelNames).orElse(List.of());
    }

    private List<String> labelNames(byte[] list) {
        try {
            return ImageDocument.parseLabelList(list);
        } catch (BadMetadata bad) {
            throw bad(prefix + "labels/" + GROUP, bad);
        }
    }

    /** A label image by its name; @throws UnreadableZarr when there is none */
    public OmeZarrReader label(String name) {
        return new OmeZarrReader(store, ZarrKeys.checked(prefix + "labels/" + name) + "/");
    }

    private UnreadableZarr bad(String key, BadMetadata cause) {
        return new UnreadableZarr(key + " of " + store + ": " + cause.getMessage(), cause);
    }
}
