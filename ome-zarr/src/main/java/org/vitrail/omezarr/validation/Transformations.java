package org.vitrail.omezarr.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Rules for {@code coordinateTransformations} of a multiscale and of its levels. OME-NGFF 0.4 and 0.5 §multiscales. */
final class Transformations {

    private final Element list;
    private final int axes;
    private int scales;
    private int translations;
    private double[] scale;

    private Transformations(Element list, int axes) {
        this.list = list;
        this.axes = axes;
    }

    /**
     * Checks a list that is there.
     *
     * @param axes number of axes, or −1 when it is not known
     * @return factors along the axes; empty when they are wrong
     */
    static Optional<double[]> check(Element list, int axes) {
        Transformations transformations = new Transformations(list.in(Section.MULTISCALES), axes);
        if (!transformations.list.isList(1)) {
            return Optional.empty();
        }
        for (Element step : transformations.list.items()) {
            transformations.checkStep(step);
        }
        transformations.checkNumbers();
        return Optional.ofNullable(transformations.scale);
    }

    private void checkStep(Element step) {
        if (!step.isObject()) {
            return;
        }
        String type = step.required("type").text().orElse(null);
        if (type == null) {
            return;
        }
        switch (type) {
            case "scale" -> {
                scales++;
                scale = vector(step.required("scale"), true);
                if (translations > 0) {
                    bad(step, "the scale stands behind the translation", "Put the scale first");
                }
            }
            case "translation" -> {
                translations++;
                vector(step.required("translation"), false);
            }
            default ->
                bad(
                        step.get("type"),
                        "type " + Element.quoted(type) + " is not allowed; \"scale\" and \"translation\" are",
                        "Express it as one scale and one translation");
        }
    }

    private void checkNumbers() {
        if (scales != 1) {
            bad(list, "there are " + scales + " scales; exactly one is needed", "Keep one scale with all factors");
            scale = null;
        }
        if (translations > 1) {
            bad(list, "there are " + translations + " translations; one is allowed", "Add them up");
        }
    }

    /** Null when it is wrong. */
    private double[] vector(Element vector, boolean positive) {
        if (!vector.isList(0)) {
            return null;
        }
        if (axes >= 0 && vector.node().size() != axes) {
            bad(
                    vector,
                    "there are " + vector.node().size() + " numbers for " + axes + " axes",
                    "Give one number for each axis");
            return null;
        }
        double[] numbers = new double[vector.node().size()];
        boolean sound = true;
        int i = 0;
        for (Element number : vector.items()) {
            sound &= number.isNumber() && isSound(number, positive);
            numbers[i++] = number.node().asDouble();
        }
        return sound ? numbers : null;
    }

    private static boolean isSound(Element number, boolean positive) {
        JsonNode node = number.node();
        double value = node.doubleValue();
        boolean sound = Double.isFinite(value) && (!positive || value > 0);
        if (!sound) {
            bad(
                    number,
                    "it is " + number.shown() + "; a finite number" + (positive ? " above 0" : "") + " is needed",
                    "Give the distance of samples in the unit of the axis, or 1 where it is not known");
        }
        return sound;
    }

    private static void bad(Element place, String problem, String advice) {
        place.report(Rule.TRANSFORMATIONS, problem, advice);
    }
}
