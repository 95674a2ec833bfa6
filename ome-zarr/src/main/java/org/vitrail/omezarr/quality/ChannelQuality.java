package org.vitrail.omezarr.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Measures of one channel; null where the image gives none (one section has no focus profile, fewer than three time points no bleaching). All numbers
 * are finite and rounded to six significant digits.
 */
public record ChannelQuality(
        Values values,
        Saturation saturation,
        BitDepth bitDepth,
        Noise noise,
        FlatField flatField,
        Focus focus,
        Bleaching bleaching) {

    /**
     * What the samples are.
     *
     * @param zeroFraction share of zeros among all samples, 0 to 1
     * @param nonFiniteFraction share of NaN and infinities, 0 to 1; 0 for integers
     * @param min least finite value, or null without any
     * @param max greatest finite value, or null without any
     */
    public record Values(double zeroFraction, double nonFiniteFraction, Double min, Double max) {
        /** Name and version of the method. */
        public static final String METHOD = "value-counts-1";
    }

    /**
     * What is too bright to be told apart.
     *
     * @param atTypeMaximum share of finite samples at the type's greatest value, 0 to 1; null for floats
     * @param atSpike share at the image's greatest value where so many have it that a limit must lie there, else 0
     */
    public record Saturation(Double atTypeMaximum, double atSpike) {
        /** Name and version of the method. */
        public static final String METHOD = "type-maximum-and-top-spike-1";
    }

    /**
     * How finely values are told apart.
     *
     * @param usedBits least bits that could hold all values that occur, 0 for a constant channel
     * @param step greatest step that all differences of values are multiples of, 0 for a constant channel
     */
    public record BitDepth(int usedBits, double step) {
        /** Name and version of the method. */
        public static final String METHOD = "range-over-common-step-1";
    }

    /**
     * Noise, where the image is smooth.
     *
     * @param sigma standard deviation of the noise in units of the samples
     * @param signalToNoise difference of the 99th and 5th percentile over sigma; null when sigma is 0
     */
    public record Noise(double sigma, Double signalToNoise) {
        /** Name and version of the method. */
        public static final String METHOD = "median-laplacian-difference-every-8th-row-1";
    }

    /**
     * Evenness of the illumination.
     *
     * @param cornerToCenter mean of the four corner blocks over that of the four central ones, of 8 × 8
     * @param edgeToCenter the same for the middle two blocks of each edge
     */
    public record FlatField(double cornerToCenter, double edgeToCenter) {
        /** Name and version of the method. */
        public static final String METHOD = "block-means-8x8-1";
    }

    /**
     * Sharpness over the sections.
     *
     * @param bestSection index of z with the greatest sharpness, the first of equals
     * @param profile sharpness of each section over the greatest, 0 to 1; empty for more than 512 sections
     */
    public record Focus(int bestSection, List<Double> profile) {
        /** Name and version of the method. */
        public static final String METHOD = "laplacian-variance-of-4x4-means-1";

        /** Copies the list. */
        public Focus {
            profile = List.copyOf(profile);
        }
    }

    /**
     * Loss of brightness over time.
     *
     * @param logSlopePerTimePoint slope of the logarithm of the mean, negative when it fades
     * @param rSquared of the fit, 0 to 1; null when the mean does not change
     */
    public record Bleaching(double logSlopePerTimePoint, Double rSquared) {
        /** Name and version of the method. */
        public static final String METHOD = "log-mean-linear-fit-1";
    }

    ObjectNode toJson() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        put(
                all,
                "values",
                Values.METHOD,
                values,
                (node, it) -> node.put("zeroFraction", it.zeroFraction)
                        .put("nonFiniteFraction", it.nonFiniteFraction)
                        .put("min", it.min)
                        .put("max", it.max));
        put(
                all,
                "saturation",
                Saturation.METHOD,
                saturation,
                (node, it) -> node.put("atTypeMaximum", it.atTypeMaximum).put("atSpike", it.atSpike));
        put(
                all,
                "bitDepth",
                BitDepth.METHOD,
                bitDepth,
                (node, it) -> node.put("usedBits", it.usedBits).put("step", it.step));
        put(
                all,
                "noise",
                Noise.METHOD,
                noise,
                (node, it) -> node.put("sigma", it.sigma).put("signalToNoise", it.signalToNoise));
        put(
                all,
                "flatField",
                FlatField.METHOD,
                flatField,
                (node, it) -> node.put("cornerToCenter", it.cornerToCenter).put("edgeToCenter", it.edgeToCenter));
        put(all, "focus", Focus.METHOD, focus, (node, it) -> {
            ArrayNode profile = node.put("bestSection", it.bestSection).putArray("profile");
            it.profile.forEach(profile::add);
        });
        put(
                all,
                "bleaching",
                Bleaching.METHOD,
                bleaching,
                (node, it) -> node.put("logSlopePerTimePoint", it.logSlopePerTimePoint)
                        .put("rSquared", it.rSquared));
        return all;
    }

    private static <T> void put(
            ObjectNode all, String name, String method, T measure, BiConsumer<ObjectNode, T> fields) {
        if (measure != null) {
            fields.accept(all.putObject(name).put("method", method), measure);
        }
    }
}
