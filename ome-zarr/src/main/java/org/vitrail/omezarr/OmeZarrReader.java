package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.ngff.BadMetadata;
import org.vitrail.omezarr.ngff.GroupDocument;
import org.vitrail.omezarr.ngff.ImageDocument;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** Reads one image of an OME-Zarr 0.4 or 0.5 from any store. Safe for several threads. */
public final class OmeZarrReader {

    private static final double MOST_OBJECTS = 50e6;
    private static final int MOST_FAULTS = 1000;

    private final ZarrStore store;
    private final ZarrGroups groups;
    private final String prefix;
    private final ChunkCaches caches;
    private final WellPosition well;
    private final GroupDocument group;
    private final ImageDocument document;
    private final List<ZarrArrayPixels> pixels;

    OmeZarrReader(ZarrStore store, String prefix, ChunkCaches caches, WellPosition well) {
        this.store = store;
        this.groups = new ZarrGroups(store);
        this.prefix = prefix;
        this.caches = caches;
        this.well = well;
        this.group = groups.get(prefix);
        try {
            this.document = group.image();
        } catch (BadMetadata bad) {
            throw groups.bad(prefix + metadataKey(), bad);
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
        return open(store, "");
    }

    /**
     * Opens the image at a path below a store's root: a field of a well, an image of a collection.
     *
     * @throws UnreadableZarr when there is no image, or metadata are wrong or unsupported
     * @throws ZarrStoreFailure when the store did not answer
     */
    public static OmeZarrReader open(ZarrStore store, String path) {
        String prefix = path.isEmpty() ? "" : ZarrKeys.checked(path) + "/";
        return new OmeZarrReader(store, prefix, ChunkCaches.create(), null);
    }

    private String metadataKey() {
        return group.version().equals("0.4") ? ZarrGroups.V2_ATTRIBUTES : ZarrGroups.V3;
    }

    private ZarrArrayPixels array(ImageDocument.Level level) {
        String path = prefix + level.path();
        ArrayMetadata parsed = groups.array(path, group.version());
        if (parsed.shape().length != document.axes().length()) {
            throw new UnreadableZarr("Level " + path + " of " + store + " has " + parsed.shape().length
                    + " axes, the image names " + document.axes() + " (OME-NGFF " + group.version() + ", multiscales)");
        }
        return new ZarrArrayPixels(
                new StoredChunks(store, path, parsed, caches), parsed, document.axes(), metadata(level));
    }

    private SourceMetadata metadata(ImageDocument.Level level) {
        List<Channel> channels = document.channels().stream()
                .map(channel -> new Channel(channel.label(), channel.color()))
                .toList();
        return new SourceMetadata(
                document.name(),
                ordered(document.axes()),
                spacing(level, 'x'),
                spacing(level, 'y'),
                spacing(level, 'z'),
                channels,
                false,
                well);
    }

    private static String ordered(String axes) {
        StringBuilder ordered = new StringBuilder();
        ZarrArrayPixels.AXES
                .chars()
                .filter(axis -> axes.indexOf(axis) >= 0)
                .forEach(axis -> ordered.append((char) axis));
        return ordered.toString();
    }

    /** Micrometer, or null when the axis is absent or has no unit of length. */
    private Double spacing(ImageDocument.Level level, char axis) {
        int place = document.axes().indexOf(axis);
        return place < 0
                ? null
                : LengthInMicrometers.of(level.scale()[place], document.units().get(place));
    }

    /** Version of OME-NGFF: {@code 0.4} or {@code 0.5}. */
    public String version() {
        return group.version();
    }

    /** Number of multiscales in the image's metadata; the first one is read. */
    public int multiscales() {
        return group.attributes().path("multiscales").size();
    }

    /** Name of the image; empty where it has none. */
    public String name() {
        return document.name();
    }

    /** Axes in the order of the arrays, of the letters t, c, z, y, x. */
    public String axes() {
        return document.axes();
    }

    /** Scale levels, full resolution first. */
    public List<ScaleLevel> levels() {
        List<ScaleLevel> levels = new ArrayList<>();
        int z = document.axes().indexOf('z');
        int y = document.axes().indexOf('y');
        int x = document.axes().indexOf('x');
        double[] full = document.levels().get(0).scale();
        for (int i = 0; i < pixels.size(); i++) {
            double[] scale = document.levels().get(i).scale();
            PixelShape shape = pixels.get(i).shape();
            levels.add(new ScaleLevel(
                    document.levels().get(i).path(),
                    shape,
                    z < 0 ? 1 : Math.round(scale[z] / full[z]),
                    Math.round(scale[y] / full[y]),
                    Math.round(scale[x] / full[x])));
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
        String labels = prefix + "labels/";
        return groups.find(labels)
                .map(list -> {
                    try {
                        return list.labels();
                    } catch (BadMetadata bad) {
                        throw groups.bad(labels, bad);
                    }
                })
                .orElse(List.of());
    }

    /** A label image by its name; @throws UnreadableZarr when there is none */
    public OmeZarrReader label(String name) {
        return new OmeZarrReader(store, ZarrKeys.checked(prefix + "labels/" + name) + "/", caches, well);
    }

    /**
     * Reads and decodes every stored chunk of a level.
     *
     * @param threads that work at once, each with one chunk in memory
     * @param fault is told what does not decode, in words, at most 1000 times; called by one thread at a time
     * @return false when the level has so many places for chunks that they cannot all be looked at; then nothing was read
     */
    public boolean decodeAll(int level, int threads, Consumer<String> fault) {
        ZarrArrayPixels array = pixels.get(level);
        if (array.objects() > MOST_OBJECTS) {
            return false;
        }
        AtomicInteger faults = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int first = i;
            work.add(() -> {
                array.decodeAll(first, threads, found -> {
                    synchronized (work) {
                        if (faults.incrementAndGet() <= MOST_FAULTS) {
                            fault.accept(found.message());
                        }
                    }
                });
                return null;
            });
        }
        Workers.run(work, threads);
        return true;
    }
}
