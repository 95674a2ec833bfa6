package org.vitrail.pixels.tiff.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * What ImageJ writes into the ImageDescription: lines of {@code key=value}. ij.io.FileInfo, TiffEncoder.
 *
 * @param images number of planes, at least 1
 * @param channels c
 * @param slices z
 * @param frames t
 * @param unit of the resolution fields, or empty
 * @param spacing of the sections in that unit, negative where they were taken the other way, or NaN
 * @param interval from frame to frame in seconds, or NaN
 * @param mode how channels are shown: composite, color or grayscale; or empty
 */
record ImageJText(
        int images, int channels, int slices, int frames, String unit, double spacing, double interval, String mode) {

    static boolean looksLike(String description) {
        return description.startsWith("ImageJ=");
    }

    static ImageJText parse(String description) {
        Map<String, String> values = new HashMap<>();
        for (String line : description.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return new ImageJText(
                count(values, "images"),
                count(values, "channels"),
                count(values, "slices"),
                count(values, "frames"),
                values.getOrDefault("unit", ""),
                decimal(values.get("spacing")),
                seconds(values),
                values.getOrDefault("mode", ""));
    }

    /** True when channels are shown in colors. */
    boolean isColored() {
        return !mode.startsWith("gray");
    }

    /** True when the counts account for every plane. */
    boolean isConsistent() {
        return (long) channels * slices * frames == images;
    }

    /** ImageJ keeps seconds, and says so where somebody named another unit. */
    private static double seconds(Map<String, String> values) {
        double factor = switch (values.getOrDefault("tunit", "sec")) {
            case "sec", "s", "seconds", "second" -> 1;
            case "msec", "ms" -> 1e-3;
            case "min", "minutes" -> 60;
            case "hour", "h", "hours" -> 3600;
            default -> Double.NaN;
        };
        return decimal(values.get("finterval")) * factor;
    }

    private static int count(Map<String, String> values, String key) {
        double value = decimal(values.get(key));
        return value >= 1 && value <= Integer.MAX_VALUE ? (int) value : 1;
    }

    private static double decimal(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException bad) {
            return Double.NaN;
        }
    }
}
