package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.dicom.StackOrder.Placed;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.frame.Frames.Area;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/**
 * A file with several frames: sorted by the positions in its per-frame functional groups where all frames are parallel, else in the order of the file, as time
 * points where the frames are said to follow each other in time and as sections else. PS3.3 §C.7.6.6, §C.7.6.16.
 */
final class MultiFrameStack {

    private MultiFrameStack() {}

    /** @param axes the caller's hint, for frames of which the file does not say what they are; null for none */
    static DicomPixels of(Instance instance, Dataset data, String axes) throws IOException {
        List<Placed> placed = placed(instance, data);
        PixelLayout layout = instance.layout();
        boolean unknown =
                placed.size() != layout.frames() || placed.stream().anyMatch(plane -> Double.isNaN(plane.along()));
        if (unknown) {
            boolean time = isTime(data, axes);
            DicomPixels frames = inFileOrder(instance, time);
            double[] step = data.decimals(Tags.FRAME_TIME, 1);
            return time && step != null ? frames.withFrameTime(step[0]) : frames;
        }
        StackOrder order = StackOrder.of(placed, false, instance.file().name());
        PixelShape shape = DicomPixels.shape(
                instance.file().name(),
                order.times(),
                layout.samples(),
                order.sections(),
                layout.rows(),
                layout.columns());
        return new DicomPixels(
                shape,
                layout.type(),
                DicomPixels.metadata(
                        shape, instance.title(), geometry(instance, data), order.spacing(), layout.samples() == 3),
                PlaneReader.ofFrames(order));
    }

    private static List<Placed> placed(Instance instance, Dataset data) throws IOException {
        List<Placed> placed = new ArrayList<>();
        Dataset shared = data.item(Tags.SHARED_FUNCTIONAL_GROUPS);
        double[] orientation = Geometry.read(shared, data).orientation();
        Set<String> directions = new HashSet<>();
        data.forEachItem(Tags.PER_FRAME_FUNCTIONAL_GROUPS, item -> {
            Geometry own = Geometry.read(item);
            double[] turned = own.orientation() == null ? orientation : own.orientation();
            Geometry place = new Geometry(own.position(), turned, null, null);
            directions.add(place.direction());
            double along = directions.size() == 1 ? place.along() : Double.NaN;
            long time = item.item(Tags.FRAME_CONTENT_SEQUENCE).unsigned(Tags.TEMPORAL_POSITION_INDEX, 0);
            int frame = placed.size();
            placed.add(new Placed(new FrameReference(instance.frames(), frame), along, (time << 31) + frame));
        });
        return placed;
    }

    /** Pixel sizes stand in the first frame's item where they are not shared. */
    private static Geometry geometry(Instance instance, Dataset data) throws IOException {
        return instance.geometry().spacing() != null
                ? instance.geometry()
                : Geometry.read(data.item(Tags.PER_FRAME_FUNCTIONAL_GROUPS), data);
    }

    private static boolean isTime(Dataset data, String axes) throws IOException {
        if (data.has(Tags.FRAME_INCREMENT_POINTER)) {
            Element pointer = data.find(Tags.FRAME_INCREMENT_POINTER).orElseThrow();
            int tag = pointer.length() < 4
                    ? 0
                    : data.in().tag(pointer.valueAt(), pointer.syntax().order());
            return tag == Tags.FRAME_TIME
                    || tag == Tags.FRAME_TIME_VECTOR
                    || tag == Tags.TIME_SLOT_VECTOR
                    || tag == Tags.TIME_SLICE_VECTOR;
        }
        return axes != null && axes.startsWith("t") && !axes.contains("z");
    }

    private static DicomPixels inFileOrder(Instance instance, boolean time) {
        PixelLayout layout = instance.layout();
        PixelShape shape = DicomPixels.shape(
                instance.file().name(),
                time ? layout.frames() : 1,
                layout.samples(),
                time ? 1 : layout.frames(),
                layout.rows(),
                layout.columns());
        return new DicomPixels(
                shape,
                layout.type(),
                DicomPixels.metadata(shape, instance.title(), instance.geometry(), null, layout.samples() == 3),
                (t, c, z, y, x, height, width, destination) -> PlaneReader.readFrame(
                        new FrameReference(instance.frames(), time ? t : z),
                        c,
                        new Area((int) y, (int) x, height, width),
                        destination));
    }
}
