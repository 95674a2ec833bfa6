package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.ngff.ImageDocument;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** The arrays that an image's document names. OME-NGFF §multiscales. */
final class ImageLevels {

    /** Units of time that OME-NGFF names, after UDUNITS-2, as far as microscopes reach. OME-NGFF 0.5 §axes. */
    private static final Map<String, Double> SECONDS = Map.of(
            "nanosecond",
            1e-9,
            "microsecond",
            1e-6,
            "millisecond",
            1e-3,
            "second",
            1.0,
            "minute",
            60.0,
            "hour",
            3600.0,
            "day",
            86_400.0);

    private final ZarrStore store;
    private final String version;
    private final ImageDocument document;
    private final WellPosition well;

    ImageLevels(ZarrStore store, String version, ImageDocument document, WellPosition well) {
        this.store = store;
        this.version = version;
        this.document = document;
        this.well = well;
    }

    /** Opens all of them; @param prefix of the image's group, empty or ending with a slash */
    List<ZarrArrayPixels> open(String prefix, ChunkCaches caches) {
        return document.levels().stream()
                .map(level -> array(prefix + level.path(), level, caches))
                .toList();
    }

    private ZarrArrayPixels array(String path, ImageDocument.Level level, ChunkCaches caches) {
        ArrayMetadata parsed = new ZarrGroups(store).array(path, version);
        if (parsed.shape().length != document.axes().length()) {
            throw new UnreadableZarr("Level " + path + " of " + store + " has " + parsed.shape().length
                    + " axes, the image names " + document.axes() + " (OME-NGFF " + version + ", multiscales)");
        }
        return new ZarrArrayPixels(
                new StoredChunks(store, path, parsed, caches), parsed, document.axes(), metadata(level));
    }

    private SourceMetadata metadata(ImageDocument.Level level) {
        List<Channel> channels = document.channels().stream()
                .map(channel -> new Channel(channel.label(), channel.color()))
                .toList();
        SourceMetadata metadata = new SourceMetadata(
                document.name(),
                ordered(document.axes()),
                spacing(level, 'x'),
                spacing(level, 'y'),
                spacing(level, 'z'),
                channels,
                false,
                well);
        return metadata.withTimeStep(timeStep(level));
    }

    /** Seconds, or null when the axis is absent or has no unit of time. */
    private Double timeStep(ImageDocument.Level level) {
        int place = document.axes().indexOf('t');
        String unit = place < 0 ? null : document.units().get(place);
        Double factor = unit == null ? null : SECONDS.get(unit);
        return factor == null ? null : Double.valueOf(level.scale()[place] * factor);
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

    /** The levels in words of sizes and factors; @param pixels what {@link #open} gave */
    List<ScaleLevel> described(List<ZarrArrayPixels> pixels) {
        List<ScaleLevel> levels = new ArrayList<>();
        for (int i = 0; i < pixels.size(); i++) {
            PixelShape shape = pixels.get(i).shape();
            String path = document.levels().get(i).path();
            levels.add(new ScaleLevel(path, shape, factor(i, 'z'), factor(i, 'y'), factor(i, 'x')));
        }
        return List.copyOf(levels);
    }

    private long factor(int level, char axis) {
        int place = document.axes().indexOf(axis);
        double full = document.levels().get(0).scale()[place < 0 ? 0 : place];
        return place < 0 ? 1 : Math.round(document.levels().get(level).scale()[place] / full);
    }
}
