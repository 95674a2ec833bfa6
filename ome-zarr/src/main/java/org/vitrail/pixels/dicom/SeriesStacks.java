package org.vitrail.pixels.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.StackOrder.Placed;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/** Stacks of single-frame files: one for each size, type and direction in a series (a localizer stands apart). */
final class SeriesStacks {

    private SeriesStacks() {}

    /** @param axes the caller's hint; {@code tyx} makes time points of planes that have no positions */
    static List<DicomPixels> of(List<Instance> planes, String axes) {
        checkOnce(planes);
        Map<String, List<Instance>> stacks = new LinkedHashMap<>();
        planes.forEach(plane -> stacks.computeIfAbsent(plane.stackKey(), key -> new ArrayList<>())
                .add(plane));
        return stacks.values().stream().map(stack -> stack(stack, axes)).toList();
    }

    private static void checkOnce(List<Instance> planes) {
        Map<String, Instance> seen = new HashMap<>();
        for (Instance plane : planes) {
            Instance before = plane.instance().isEmpty() ? null : seen.put(plane.instance(), plane);
            if (before != null) {
                throw new UnsupportedImage(
                        "DICOM files %s and %s are copies of each other (the same SOPInstanceUID). Leave one of them out."
                                .formatted(before.file().name(), plane.file().name()));
            }
        }
    }

    private static DicomPixels stack(List<Instance> planes, String axes) {
        Instance first = planes.get(0);
        PixelLayout layout = first.layout();
        List<Placed> placed = planes.stream()
                .map(plane -> new Placed(
                        new FrameReference(plane.frames(), 0), plane.geometry().along(), plane.number()))
                .toList();
        boolean time = axes != null && axes.startsWith("t") && !axes.contains("z");
        StackOrder order = StackOrder.of(placed, time, first.file().name());
        PixelShape shape = DicomPixels.shape(
                first.file().name(),
                order.times(),
                layout.samples(),
                order.sections(),
                layout.rows(),
                layout.columns());
        return new DicomPixels(
                shape,
                layout.type(),
                DicomPixels.metadata(shape, first.title(), first.geometry(), order.spacing(), layout.samples() == 3),
                PlaneReader.ofFrames(order));
    }
}
