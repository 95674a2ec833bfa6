package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.frame.Frames.Area;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/**
 * A segmentation as a label image whose samples are segment numbers, 0 for none. Where binary segments overlap, each becomes an
 * image of its own. Of fractions the largest counts, from half of the maximum on. PS3.3 §C.8.20.2.
 */
final class SegmentationImages {

    private final Instance instance;
    private final double maximum;
    private final List<List<SegmentFrame>> sections;
    private final Geometry geometry;
    private final Double spacing;

    private SegmentationImages(
            Instance instance, double maximum, List<List<SegmentFrame>> sections, Geometry geometry, Double spacing) {
        this.instance = instance;
        this.maximum = maximum;
        this.sections = sections;
        this.geometry = geometry;
        this.spacing = spacing;
    }

    /**
     * A frame and the segment that it shows.
     *
     * @param frame counted from 0
     * @param segment number, 1 to 65535
     * @param along the normal in millimeters, or NaN
     */
    private record SegmentFrame(int frame, int segment, double along) {}

    /** One image, or one for each segment where they overlap. */
    static List<DicomPixels> of(Instance instance, Dataset data) throws IOException {
        PixelLayout layout = instance.layout();
        if (data.has(Tags.TOTAL_COLUMNS)) {
            throw new UnsupportedImage(
                    "DICOM file %s is a segmentation of a tiled slide, which is not read. Export the labels as OME-TIFF."
                            .formatted(instance.file().name()));
        }
        if (layout.samples() != 1 || layout.type() != PixelType.UINT8) {
            throw data.in().broken("a segmentation has 1 or 8 bits a sample and no color", 0);
        }
        List<SegmentFrame> frames = frames(instance, data);
        boolean fractional = data.text(Tags.SEGMENTATION_TYPE).equals("FRACTIONAL");
        double maximum = fractional ? data.unsigned(Tags.MAXIMUM_FRACTIONAL_VALUE, 255) : 0;
        SegmentationImages images = sorted(instance, data, frames, maximum);
        return images.overlaps() ? images.oneForEachSegment() : List.of(images.image(0, instance.title()));
    }

    private static List<SegmentFrame> frames(Instance instance, Dataset data) throws IOException {
        List<SegmentFrame> frames = new ArrayList<>();
        Dataset shared = data.item(Tags.SHARED_FUNCTIONAL_GROUPS);
        double[] orientation = Geometry.read(shared).orientation();
        long sharedSegment = segment(shared, 0);
        data.forEachItem(Tags.PER_FRAME_FUNCTIONAL_GROUPS, item -> {
            Geometry own = Geometry.read(item);
            double[] turned = own.orientation() == null ? orientation : own.orientation();
            double along = new Geometry(own.position(), turned, null, null).along();
            long segment = segment(item, sharedSegment);
            if (segment < 1 || segment > 65_535) {
                throw data.in()
                        .broken(
                                "frame %d names no segment".formatted(frames.size()),
                                item.in().size());
            }
            frames.add(new SegmentFrame(frames.size(), (int) segment, along));
        });
        if (frames.size() < instance.layout().frames()) {
            throw data.in()
                    .broken(
                            "it has %d frames, but says of %d which segment they show"
                                    .formatted(instance.layout().frames(), frames.size()),
                            0);
        }
        return frames.subList(0, instance.layout().frames());
    }

    private static long segment(Dataset item, long absent) throws IOException {
        return item.item(Tags.SEGMENT_IDENTIFICATION_SEQUENCE).unsigned(Tags.REFERENCED_SEGMENT_NUMBER, absent);
    }

    /** Frames at the same place are one section; without places, all frames of one segment follow each other. */
    private static SegmentationImages sorted(Instance instance, Dataset data, List<SegmentFrame> frames, double maximum)
            throws IOException {
        boolean placed = frames.stream().noneMatch(frame -> Double.isNaN(frame.along));
        TreeMap<Long, List<SegmentFrame>> sections = new TreeMap<>();
        TreeMap<Integer, Integer> seen = new TreeMap<>();
        for (SegmentFrame frame : frames) {
            long place = placed ? Math.round(frame.along * 1000) : seen.merge(frame.segment, 1, Integer::sum);
            sections.computeIfAbsent(place, key -> new ArrayList<>()).add(frame);
        }
        Geometry geometry = instance.geometry().spacing() != null
                ? instance.geometry()
                : Geometry.read(data.item(Tags.PER_FRAME_FUNCTIONAL_GROUPS), data);
        return new SegmentationImages(
                instance,
                maximum,
                List.copyOf(sections.values()),
                geometry,
                placed ? spacing(List.copyOf(sections.keySet())) : null);
    }

    private static Double spacing(List<Long> micrometers) {
        int count = micrometers.size();
        if (count < 2) {
            return null;
        }
        double mean = (double) (micrometers.get(count - 1) - micrometers.get(0)) / (count - 1);
        for (int i = 1; i < count; i++) {
            if (Math.abs(micrometers.get(i) - micrometers.get(0) - i * mean) > 0.01 * mean + 1) {
                return null;
            }
        }
        return mean / 1000;
    }

    /** Looks at every pixel of binary segments, row by row, since files say it wrongly or not at all. */
    private boolean overlaps() throws IOException {
        PixelLayout layout = instance.layout();
        byte[] row = new byte[layout.columns()];
        for (List<SegmentFrame> section : sections) {
            if (maximum > 0 || section.size() < 2) {
                continue;
            }
            for (int y = 0; y < layout.rows(); y++) {
                byte[] taken = new byte[layout.columns()];
                for (SegmentFrame frame : section) {
                    read(frame, new Area(y, 0, 1, layout.columns()), row);
                    if (collides(row, taken)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean collides(byte[] row, byte[] taken) {
        for (int x = 0; x < row.length; x++) {
            if (row[x] != 0 && taken[x]++ != 0) {
                return true;
            }
        }
        return false;
    }

    private void read(SegmentFrame frame, Area area, byte[] samples) throws IOException {
        PlaneReader.readFrame(new FrameReference(instance.frames(), frame.frame), 0, area, samples);
    }

    private List<DicomPixels> oneForEachSegment() {
        TreeSet<Integer> segments = new TreeSet<>();
        sections.forEach(section -> section.forEach(frame -> segments.add(frame.segment)));
        return segments.stream()
                .map(segment -> image(segment, instance.title() + ", segment " + segment))
                .toList();
    }

    /** @param only segment that is shown, or 0 for all */
    private DicomPixels image(int only, String name) {
        PixelLayout layout = instance.layout();
        int largest = sections.stream()
                .flatMap(List::stream)
                .mapToInt(SegmentFrame::segment)
                .max()
                .orElse(0);
        PixelType type = largest > 255 ? PixelType.UINT16 : PixelType.UINT8;
        PixelShape shape =
                DicomPixels.shape(instance.file().name(), 1, 1, sections.size(), layout.rows(), layout.columns());
        return new DicomPixels(
                shape,
                type,
                DicomPixels.metadata(shape, name, geometry, spacing, false),
                (t, c, z, y, x, height, width, destination) ->
                        label(z, only, new Area((int) y, (int) x, height, width), type.bytes(), destination));
    }

    private void label(int z, int only, Area area, int bytes, byte[] destination) throws IOException {
        int size = area.height() * area.width();
        java.util.Arrays.fill(destination, 0, size * bytes, (byte) 0);
        byte[] samples = new byte[size];
        byte[] best = new byte[maximum > 0 ? size : 0];
        for (SegmentFrame frame : sections.get(z)) {
            if (only != 0 && frame.segment != only) {
                continue;
            }
            read(frame, area, samples);
            for (int i = 0; i < size; i++) {
                if (counts(samples[i] & 0xff, best, i)) {
                    destination[i * bytes] = (byte) frame.segment;
                    if (bytes == 2) {
                        destination[2 * i + 1] = (byte) (frame.segment >> 8);
                    }
                }
            }
        }
    }

    private boolean counts(int sample, byte[] best, int i) {
        if (maximum == 0) {
            return sample != 0;
        }
        if (sample * 2 < maximum || sample <= (best[i] & 0xff)) {
            return false;
        }
        best[i] = (byte) sample;
        return true;
    }
}
