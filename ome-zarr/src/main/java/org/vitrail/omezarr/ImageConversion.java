package org.vitrail.omezarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.vitrail.omezarr.codec.BloscCodec;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.omezarr.codec.ZstdCodec;
import org.vitrail.omezarr.digest.ImageDigest;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.ngff.ImageDocument;
import org.vitrail.omezarr.pyramid.LevelPlan;
import org.vitrail.omezarr.pyramid.PyramidPass;
import org.vitrail.omezarr.pyramid.PyramidPlan;
import org.vitrail.omezarr.pyramid.Tile;
import org.vitrail.omezarr.render.ChannelColors;
import org.vitrail.omezarr.render.ChannelRanges;
import org.vitrail.omezarr.render.Thumbnail;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** One image or label image on its way into a store. */
final class ImageConversion {

    private final PixelSource source;
    private final WriteOptions options;
    private final boolean labels;
    private final String prefix;
    private final ObjectRecorder recorder;
    private final PyramidPlan plan;
    private final AxisSelection axes;
    private final ImageDigest digest;
    private final ChannelRanges ranges;
    private final Thumbnail thumbnail;

    /** @param prefix of all keys, empty or ending with a slash */
    ImageConversion(PixelSource source, WriteOptions options, boolean labels, String prefix, ObjectRecorder recorder) {
        this.source = source;
        this.options = options;
        this.labels = labels;
        this.prefix = prefix;
        this.recorder = recorder;
        this.plan = PyramidPlan.of(source.shape(), source.type());
        this.axes = AxisSelection.of(source.shape(), source.metadata().axesFromFile());
        this.digest = new ImageDigest(source.shape(), source.type());
        this.ranges =
                labels ? null : new ChannelRanges(source.type(), source.shape().c());
        this.thumbnail = new Thumbnail(plan);
    }

    /** Writes arrays, not the group's document. */
    Converted run() throws IOException {
        CodecChain codec = codec(options.compression(), source.type());
        try (ExecutorService workers = Executors.newFixedThreadPool(options.threads())) {
            new PyramidPass(source, plan, labels, codec, workers, this::see, this::take).run();
        }
        for (LevelPlan level : plan.levels()) {
            int[] shard = {plan.shardT(), 1, plan.shardZ(), level.shardHeight(), level.shardWidth()};
            int[] chunk = {1, 1, 1, level.chunkHeight(), level.chunkWidth()};
            byte[] document = ArrayMetadata.sharded(
                    axes.pick(lengths(level)),
                    source.type(),
                    axes.pick(shard),
                    axes.pick(chunk),
                    codec,
                    axes.letters());
            recorder.put(prefix + level.number() + "/zarr.json", document);
        }
        List<ChannelRendering> channels = labels ? List.of() : channels();
        return new Converted(digest.finish(), channels, levels(), document(channels), picture(channels));
    }

    /** What is known when the pixels have passed. @param document of the group */
    record Converted(
            String digest,
            List<ChannelRendering> channels,
            List<ScaleLevel> levels,
            ImageDocument document,
            byte[] thumbnail) {}

    private void see(Tile tile) {
        if (tile.level() == 0) {
            int length =
                    tile.area().height() * tile.area().width() * source.type().bytes();
            digest.tile(
                    tile.t(),
                    tile.c(),
                    tile.z(),
                    (int) (tile.y() / ImageDigest.TILE),
                    (int) (tile.x() / ImageDigest.TILE),
                    tile.area().bytes(),
                    length);
        }
        if (ranges != null) {
            ranges.see(tile);
        }
        thumbnail.see(tile);
    }

    private void take(LevelPlan level, long[] place, byte[] shard) {
        StringBuilder key = new StringBuilder(prefix).append(level.number()).append("/c");
        for (long index : axes.pick(place)) {
            key.append('/').append(index);
        }
        recorder.put(key.toString(), shard);
    }

    /** Codec of that compression; zstd in blosc's place where its library is missing. */
    static CodecChain codec(ChunkCompression compression, PixelType type) {
        return switch (BloscCodec.isAvailable() || compression == ChunkCompression.NONE
                ? compression
                : ChunkCompression.ZSTD) {
            case BLOSC_ZSTD -> CodecChain.littleEndian(new BloscCodec("zstd", 3, type.bytes()));
            case BLOSC_LZ4 -> CodecChain.littleEndian(new BloscCodec("lz4", 5, type.bytes()));
            case ZSTD -> CodecChain.littleEndian(new ZstdCodec(3));
            case NONE -> CodecChain.littleEndian();
        };
    }

    private List<ScaleLevel> levels() {
        List<ScaleLevel> levels = new ArrayList<>();
        for (LevelPlan level : plan.levels()) {
            PixelShape full = source.shape();
            PixelShape shape = new PixelShape(full.t(), full.c(), full.z(), level.height(), level.width());
            levels.add(new ScaleLevel(Integer.toString(level.number()), shape, level.factorY(), level.factorX()));
        }
        return levels;
    }

    private long[] lengths(LevelPlan level) {
        PixelShape full = source.shape();
        return new long[] {full.t(), full.c(), full.z(), level.height(), level.width()};
    }

    private List<ChannelRendering> channels() {
        List<Channel> named = named();
        List<String> colors = ChannelColors.of(
                named.stream().map(Channel::color).toList(), source.metadata().rgb() && named.size() == 3);
        List<ChannelRendering> channels = new ArrayList<>();
        for (int c = 0; c < named.size(); c++) {
            ChannelRanges.Range range = ranges.range(c);
            boolean picture = source.metadata().rgb() && source.type() == PixelType.UINT8;
            String label = named.get(c).name();
            channels.add(new ChannelRendering(
                    label == null || label.isBlank() ? defaultLabel(c) : label,
                    colors.get(c),
                    picture ? 0 : range.start(),
                    picture ? 255 : range.end(),
                    range.min(),
                    range.max()));
        }
        return channels;
    }

    private String defaultLabel(int c) {
        return source.metadata().rgb() ? List.of("Red", "Green", "Blue").get(c % 3) : "Channel " + (c + 1);
    }

    /** Told names and colors before the source's, field by field. */
    private List<Channel> named() {
        List<Channel> told = options.channels();
        List<Channel> found = source.metadata().channels();
        return IntStream.range(0, source.shape().c())
                .mapToObj(c -> {
                    Channel first = c < told.size() ? told.get(c) : new Channel(null, null);
                    Channel second = c < found.size() ? found.get(c) : new Channel(null, null);
                    return new Channel(
                            first.name() != null ? first.name() : second.name(),
                            first.color() != null ? first.color() : second.color());
                })
                .toList();
    }

    private ImageDocument document(List<ChannelRendering> channels) {
        SourceMetadata found = source.metadata();
        PixelSpacing spacing =
                options.spacing().orElse(new PixelSpacing(found.pixelSizeX(), found.pixelSizeY(), found.pixelSizeZ()));
        String[] units = {null, null, unit(spacing.z()), unit(spacing.y()), unit(spacing.x())};
        List<ImageDocument.Level> levels = plan.levels().stream()
                .map(level -> new ImageDocument.Level(Integer.toString(level.number()), axes.pick(new double[] {
                    1, 1, or1(spacing.z()), or1(spacing.y()) * level.factorY(), or1(spacing.x()) * level.factorX()
                })))
                .toList();
        List<ImageDocument.Omero> omero = channels.stream()
                .map(c -> new ImageDocument.Omero(c.label(), c.color(), c.start(), c.end(), c.min(), c.max()))
                .toList();
        return new ImageDocument(
                name(),
                axes.letters(),
                axes.pick(units),
                levels,
                omero,
                found.rgb(),
                source.shape().z() / 2,
                labels);
    }

    String name() {
        String found = source.metadata().name();
        return options.name() != null ? options.name() : found != null && !found.isBlank() ? found : "image";
    }

    String axisLetters() {
        return axes.letters();
    }

    private byte[] picture(List<ChannelRendering> channels) {
        if (labels) {
            return thumbnail.labels();
        }
        List<ChannelRanges.Range> shown = channels.stream()
                .map(c -> new ChannelRanges.Range(c.start(), c.end(), c.min(), c.max()))
                .toList();
        return thumbnail.composite(
                shown, channels.stream().map(ChannelRendering::color).toList());
    }

    private static double or1(Double size) {
        return size == null ? 1 : size;
    }

    private static String unit(Double size) {
        return size == null ? null : "micrometer";
    }
}
