package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vitrail.omezarr.codec.BloscCodec;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.omezarr.codec.ZstdCodec;
import org.vitrail.omezarr.digest.ImageDigest;
import org.vitrail.omezarr.ngff.ArrayDocument;
import org.vitrail.omezarr.ngff.ImageDocument;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.omezarr.pyramid.LevelPlan;
import org.vitrail.omezarr.pyramid.PyramidPass;
import org.vitrail.omezarr.pyramid.PyramidPlan;
import org.vitrail.omezarr.pyramid.Tile;
import org.vitrail.omezarr.render.ChannelRanges;
import org.vitrail.omezarr.render.Thumbnail;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** One image or label image on its way into a store. */
final class ImageConversion {

    /** Rises whenever the same image and options would give other bytes: a journal of older bytes is not gone on with. */
    private static final String WRITER = "vitrail-writer-6";

    private final PixelSource source;
    private final WriteOptions options;
    private final boolean labels;
    private final String prefix;
    private final ObjectRecorder recorder;
    private final PixelSpacing spacing;
    private final PyramidPlan plan;
    private final AxisSelection axes;
    private final ImageDigest digest;
    private final ChannelRanges ranges;
    private final ImageMeasures measures;
    private final Thumbnail thumbnail;

    /** @param prefix of all keys, empty or ending with a slash */
    ImageConversion(PixelSource source, WriteOptions options, boolean labels, String prefix, ObjectRecorder recorder) {
        this.source = source;
        this.options = options;
        this.labels = labels;
        this.prefix = prefix;
        this.recorder = recorder;
        SourceMetadata found = source.metadata();
        this.spacing =
                options.spacing().orElse(new PixelSpacing(found.pixelSizeX(), found.pixelSizeY(), found.pixelSizeZ()));
        this.plan = PyramidPlan.of(source.shape(), source.type(), spacing.zyx());
        this.axes = AxisSelection.of(source.shape(), found.axesFromFile());
        this.digest = new ImageDigest(source.shape(), source.type());
        this.ranges =
                labels ? null : new ChannelRanges(source.type(), source.shape().c());
        this.measures =
                labels ? null : new ImageMeasures(source.shape(), source.type(), ranges, options.measuresQuality());
        this.thumbnail = new Thumbnail(plan);
    }

    /** Writes arrays, not the group's document. */
    Converted run() throws IOException {
        CodecChain codec = codec(options.compression(), source.type());
        ConversionJournal journal = options.sourceIdentity() == null
                ? null
                : ConversionJournal.open(recorder.store(), prefix, identity(codec));
        ShardWriter shards = new ShardWriter(recorder, prefix, axes, plan, options.ngff(), journal);
        try (ExecutorService workers = Executors.newFixedThreadPool(options.threads())) {
            new PyramidPass(source, plan, labels, codec, workers, this::see, shards).run();
        }
        plan.levels().forEach(level -> putArrayDocument(level, codec));
        recorder.await();
        if (journal != null && options.sourceIdentity().isOneOfMany()) {
            journal.flush();
        } else if (journal != null) {
            journal.clear();
        }
        List<ChannelRendering> channels =
                labels ? List.of() : new ChannelNaming(source, options.channels()).channels(ranges);
        ImageMeasures.Found found = labels ? null : measures.found();
        return new Converted(digest.finish(), found, channels, levels(), document(channels), picture(channels));
    }

    /** What is known when the pixels have passed. @param measures null for labels; @param document of the group */
    record Converted(
            String digest,
            ImageMeasures.Found measures,
            List<ChannelRendering> channels,
            List<ScaleLevel> levels,
            ImageDocument document,
            byte[] thumbnail) {

        /** Our own attributes of the group; of labels the digest alone. */
        ObjectNode vitrail() {
            return measures == null
                    ? JsonNodeFactory.instance.objectNode().put("pixelDigest", digest)
                    : measures.attributes(digest);
        }
    }

    /** Everything that decides about the bytes of shards. */
    private String identity(CodecChain codec) {
        String all = String.join(
                "\n",
                options.sourceIdentity().text(),
                options.ngff().text(),
                source.shape().toString(),
                source.type().numpyName(),
                axes.letters(),
                String.valueOf(labels),
                codec.metadata().toString(),
                plan.toString());
        return WRITER + " " + ObjectRecorder.sha256(all.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void putArrayDocument(LevelPlan level, CodecChain codec) {
        int[] shard = {plan.shardT(), 1, level.shardDepth(), level.shardHeight(), level.shardWidth()};
        int[] chunk = {1, 1, 1, level.chunkHeight(), level.chunkWidth()};
        PixelShape shape = shape(level);
        long[] lengths = {shape.t(), shape.c(), shape.z(), shape.y(), shape.x()};
        ArrayDocument document = new ArrayDocument(
                axes.pick(lengths), source.type(), axes.pick(shard), axes.pick(chunk), codec, axes.letters());
        String key = prefix + level.number();
        if (options.ngff() == NgffVersion.V0_5) {
            recorder.put(key + "/zarr.json", document.printV3());
        } else {
            recorder.put(key + "/.zarray", document.printV2());
        }
    }

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
            measures.see(tile);
        }
        thumbnail.see(tile);
    }

    /** Codec of that compression; zstd in blosc's place where its library is missing. */
    private static CodecChain codec(ChunkCompression compression, PixelType type) {
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
            levels.add(new ScaleLevel(
                    Integer.toString(level.number()), shape(level), level.factorZ(), level.factorY(), level.factorX()));
        }
        return levels;
    }

    private PixelShape shape(LevelPlan level) {
        PixelShape full = source.shape();
        return new PixelShape(full.t(), full.c(), level.depth(), level.height(), level.width());
    }

    private ImageDocument document(List<ChannelRendering> channels) {
        Double step = source.metadata().timeStep();
        String[] units = {step == null ? null : "second", null, unit(spacing.z()), unit(spacing.y()), unit(spacing.x())
        };
        List<ImageDocument.Level> levels = plan.levels().stream()
                .map(level -> new ImageDocument.Level(Integer.toString(level.number()), axes.pick(new double[] {
                    or1(step),
                    1,
                    or1(spacing.z()) * level.factorZ(),
                    or1(spacing.y()) * level.factorY(),
                    or1(spacing.x()) * level.factorX()
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
                source.metadata().rgb(),
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
