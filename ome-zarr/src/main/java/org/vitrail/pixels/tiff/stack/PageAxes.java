package org.vitrail.pixels.tiff.stack;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.tiff.stack.StackAxes.Axis;

/**
 * What pages run along, and what the samples of a page stand for.
 *
 * @param pages the slowest first, without those of length 1
 * @param samples of a page; null where it has one
 * @param planes true when a description counts the samples as one more axis before y and x, as if they were pages
 */
record PageAxes(List<Axis> pages, Axis samples, boolean planes) {

    PageAxes {
        pages = List.copyOf(pages);
    }

    /** Pages whose samples are channels of each. */
    static PageAxes of(List<Axis> pages, int samples) {
        return new PageAxes(pages, samples > 1 ? new Axis(StackAxes.SAMPLES, samples) : null, false);
    }

    /** All axes; that of the samples runs fastest. */
    List<Axis> all() {
        List<Axis> all = new ArrayList<>(pages);
        if (samples != null) {
            all.add(samples);
        }
        return all;
    }

    /** Those that the caller must name. */
    List<Axis> counted() {
        return samplesAreChannels() ? pages : all();
    }

    boolean samplesAreChannels() {
        return samples == null || samples.name() == StackAxes.SAMPLES || samples.name() == 'c';
    }

    /** The same over several files. */
    PageAxes over(int files) {
        List<Axis> axes = new ArrayList<>(pages);
        if (files > 1) {
            axes.add(0, new Axis(null, files));
        }
        return new PageAxes(axes, samples, planes);
    }
}
