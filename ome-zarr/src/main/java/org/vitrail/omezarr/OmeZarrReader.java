package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.vitrail.omezarr.ngff.GroupDocument;
import org.vitrail.omezarr.ngff.ImageDocument;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.WellPosition;

/** Reads one image of an OME-Zarr 0.4 or 0.5 from any store. Safe for several threads. */
public final class OmeZarrReader {

    private final ZarrStore store;
    private final ZarrGroups groups;
    private final String prefix;
    private final ChunkCaches caches;
    private final WellPosition well;
    private final GroupDocument group;
    private final ImageDocument document;
    private final ImageLevels levels;
    private final List<ZarrArrayPixels> pixels;

    OmeZarrReader(ZarrStore store, String prefix, ChunkCaches caches, WellPosition well) {
        this.store = store;
        this.groups = new ZarrGroups(store);
        this.prefix = prefix;
        this.caches = caches;
        this.well = well;
        this.group = groups.get(prefix);
        this.document = groups.checked(prefix, group, GroupDocument::image);
        this.levels = new ImageLevels(store, group.version(), document, well);
        this.pixels = levels.open(prefix, caches);
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
        return levels.described(pixels);
    }

    /** Pixels of a level, 0 for full resolution. */
    public PixelSource level(int level) {
        return pixels.get(level);
    }

    /** How a level is stored, for people: chunk, shard and codecs. */
    public ArrayStorage storage(int level) {
        return ArrayStorage.of(pixels.get(level).array());
    }

    /** About how much memory this takes. */
    long metadataBytes() {
        return 4096L + 512L * document.channels().size() + 2048L * pixels.size();
    }

    /** Rendering of the channels; empty where there is no {@code omero} block. */
    public List<ChannelRendering> channels() {
        return document.channels().stream()
                .map(c -> new ChannelRendering(c.label(), c.color(), c.start(), c.end(), c.min(), c.max()))
                .toList();
    }

    /**
     * What our writer noted of the image: {@code pixelDigest}, {@code perceptualHash}, {@code quality}; of images that others wrote a
     * missing node. docs/formats/images.md.
     */
    public JsonNode vitrail() {
        return group.vitrail().deepCopy();
    }

    /** Names of the label images. */
    public List<String> labels() {
        String labels = prefix + "labels/";
        return groups.find(labels)
                .map(list -> groups.checked(labels, list, GroupDocument::labels))
                .orElse(List.of());
    }

    /** A label image by its name; @throws UnreadableZarr when there is none */
    public OmeZarrReader label(String name) {
        return new OmeZarrReader(store, ZarrKeys.checked(prefix + "labels/" + name) + "/", caches, well);
    }

    /**
     * All samples of a level, several chunks at once.
     *
     * @param threads that work at once
     * @return along t, c, z, y, x, the last fastest; little-endian
     * @throws org.vitrail.pixels.UnsupportedImage when that would be 2 GiB or more
     * @throws UnreadableZarr when a chunk is damaged
     */
    public byte[] readAll(int level, int threads) {
        return new WholeLevel(pixels.get(level), threads).read();
    }

    /**
     * Reads and decodes every stored chunk of a level.
     *
     * @param threads that work at once, each with one chunk in memory
     * @param fault is told what does not decode, in words, at most 1000 times; called by one thread at a time
     * @return false when the level has so many places for chunks that they cannot all be looked at; then nothing was read
     */
    public boolean decodeAll(int level, int threads, Consumer<String> fault) {
        return new WholeLevel(pixels.get(level), threads).decode(fault);
    }
}
