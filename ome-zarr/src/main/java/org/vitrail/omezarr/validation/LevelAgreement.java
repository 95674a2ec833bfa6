package org.vitrail.omezarr.validation;

import java.util.Arrays;
import java.util.List;

/** Whether the arrays of a multiscale image are levels of one image. OME-NGFF 0.4 and 0.5 §multiscales, §axes. */
final class LevelAgreement {

    private final Multiscale multiscale;
    private final boolean namesRequired;
    private Multiscale.Level firstLevel;
    private ArrayInfo first;
    private ArrayInfo before;

    /** @param zarrV3 true where arrays name their dimensions */
    LevelAgreement(Multiscale multiscale, boolean zarrV3) {
        this.multiscale = multiscale;
        this.namesRequired = zarrV3;
    }

    /** The array of the highest resolution that was there; null before {@link #add}. */
    ArrayInfo first() {
        return first;
    }

    /** Compares the next level with the axes and with those before. */
    void add(Multiscale.Level level, ArrayInfo array) {
        checkAxes(level, array);
        if (first != null
                && !array.type().isEmpty()
                && !first.type().isEmpty()
                && !array.type().equals(first.type())) {
            level.place()
                    .report(
                            Rule.LEVEL_TYPE,
                            "samples are " + array.type() + ", those of the first level " + first.type(),
                            "Save all levels with the same type");
        }
        if (array.shape() == null) {
            return;
        }
        if (before != null && before.shape().length == array.shape().length) {
            checkOrder(level, array);
        }
        if (first == null) {
            first = array;
            firstLevel = level;
        } else {
            checkScale(level, array);
        }
        before = array;
    }

    private void checkAxes(Multiscale.Level level, ArrayInfo array) {
        Axes axes = multiscale.axes();
        if (axes == null) {
            return;
        }
        if (array.shape() != null && array.shape().length != axes.count()) {
            level.place()
                    .report(
                            Rule.DIMENSIONALITY,
                            "array " + Element.quoted(level.path()) + " has " + array.shape().length
                                    + " dimensions, the image has " + axes.count() + " axes",
                            "Name one axis for each dimension");
        }
        Element names = array.root().get("dimension_names").in(Section.AXES);
        List<String> found = array.dimensionNames();
        if (namesRequired && (found == null ? !names.exists() : !found.equals(axes.names()))) {
            names.report(
                    Rule.DIMENSION_NAMES,
                    (found == null
                                    ? "dimension_names is missing"
                                    : "dimension_names is " + Element.quoted(found.toString()))
                            + "; the axes are " + Element.quoted(axes.names().toString()),
                    "Give the names of the axes in their order");
        }
    }

    private void checkOrder(Multiscale.Level level, ArrayInfo array) {
        long[] finer = before.shape();
        long[] coarser = array.shape();
        boolean grows = false;
        for (int i = 0; i < finer.length; i++) {
            grows |= coarser[i] > finer[i];
        }
        if (grows) {
            level.place()
                    .report(
                            Rule.LEVEL_ORDER,
                            "the level is " + Arrays.toString(coarser) + ", larger than the one before, "
                                    + Arrays.toString(finer),
                            "List the levels from the largest to the smallest");
        } else if (Arrays.equals(finer, coarser)) {
            level.place()
                    .report(
                            Rule.LEVEL_SIZE,
                            "the level is as large as the one before, " + Arrays.toString(finer),
                            "Leave one of them out");
        }
    }

    /** Sizes may be rounded either way, at each level again: one sample of difference says nothing. */
    private void checkScale(Multiscale.Level level, ArrayInfo array) {
        double[] full = firstLevel.scale();
        double[] here = level.scale();
        long[] lengths = first.shape();
        if (full == null || here == null || full.length != lengths.length || here.length != array.shape().length) {
            return;
        }
        for (int i = 0; i < Math.min(lengths.length, array.shape().length); i++) {
            double expected = lengths[i] / (here[i] / full[i]);
            if (Math.abs(array.shape()[i] - expected) > 1.01) {
                level.place()
                        .get("coordinateTransformations")
                        .report(
                                Rule.LEVEL_SIZE,
                                "by its scale the level has %.1f samples along dimension %d, it has %d"
                                        .formatted(expected, i, array.shape()[i]),
                                "Multiply the scale by what the level is smaller");
            }
        }
    }
}
