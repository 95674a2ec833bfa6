package org.vitrail.pixels.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vitrail.pixels.UnsupportedImage;

/**
 * Planes in the order of a stack.
 *
 * @param planes t·z planes, those of the first time point first
 * @param times time points
 * @param sections optical sections
 * @param spacing distance of sections in millimeters, or null when it is not known or not the same
 */
record StackOrder(List<FrameReference> planes, int times, int sections, Double spacing) {

    /** Positions that differ by less are the same, in millimeters. */
    private static final double SAME = 1e-3;

    /** Distances of sections may differ by so much of their mean. */
    private static final double UNEVEN = 0.01;

    StackOrder {
        planes = List.copyOf(planes);
    }

    /**
     * A plane and what is known of its place.
     *
     * @param plane the frame
     * @param along the normal in millimeters, or NaN
     * @param number of the instance, the time or the frame
     */
    record Placed(FrameReference plane, double along, long number) {}

    /**
     * Sorts along the normal where every plane has a position, else by number. Planes at the same place are time points.
     *
     * @param time true when planes without positions are time points
     * @param file a name for messages
     */
    static StackOrder of(List<Placed> planes, boolean time, String file) {
        boolean placed = planes.stream().noneMatch(plane -> Double.isNaN(plane.along));
        return placed ? byPosition(planes, file) : byNumber(planes, time);
    }

    private static StackOrder byNumber(List<Placed> planes, boolean time) {
        List<FrameReference> sorted = planes.stream()
                .sorted(Comparator.comparingLong(Placed::number))
                .map(Placed::plane)
                .toList();
        return new StackOrder(sorted, time ? sorted.size() : 1, time ? 1 : sorted.size(), null);
    }

    private static StackOrder byPosition(List<Placed> planes, String file) {
        List<List<Placed>> sections = sections(planes);
        int times = sections.get(0).size();
        for (List<Placed> section : sections) {
            if (section.size() != times) {
                throw new UnsupportedImage(
                        "The series of DICOM file %s has %d planes at %d positions, not the same number at each; a stack or a stack for each time point is read. Give the planes of each stack by themselves."
                                .formatted(file, planes.size(), sections.size()));
            }
        }
        List<FrameReference> sorted = new ArrayList<>();
        for (int t = 0; t < times; t++) {
            for (List<Placed> section : sections) {
                sorted.add(section.get(t).plane);
            }
        }
        return new StackOrder(sorted, times, sections.size(), spacing(sections));
    }

    private static List<List<Placed>> sections(List<Placed> planes) {
        List<Placed> sorted = planes.stream()
                .sorted(Comparator.comparingDouble(Placed::along))
                .toList();
        List<List<Placed>> sections = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Placed plane : sorted) {
            if (plane.along - last > SAME) {
                sections.add(new ArrayList<>());
                last = plane.along;
            }
            sections.get(sections.size() - 1).add(plane);
        }
        sections.forEach(section -> section.sort(Comparator.comparingLong(Placed::number)));
        return sections;
    }

    private static Double spacing(List<List<Placed>> sections) {
        int count = sections.size();
        if (count < 2) {
            return null;
        }
        double first = sections.get(0).get(0).along;
        double mean = (sections.get(count - 1).get(0).along - first) / (count - 1);
        for (int i = 1; i < count; i++) {
            double expected = first + i * mean;
            if (Math.abs(sections.get(i).get(0).along - expected) > UNEVEN * mean + SAME) {
                return null;
            }
        }
        return Math.round(mean * 1e6) / 1e6;
    }
}
