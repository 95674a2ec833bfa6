package org.vitrail.pixels.tiff.ome;

import java.util.Map;

/** Units of length as OME-XML and ImageJ write them. OME model 2016-06, UnitsLength. */
public final class LengthUnits {

    private static final Map<String, Double> MICROMETER = Map.ofEntries(
            Map.entry("µm", 1.0), // micro sign
            Map.entry("μm", 1.0), // Greek mu
            Map.entry("um", 1.0),
            Map.entry("\\u00B5m", 1.0), // as ImageJ escapes it
            Map.entry("micron", 1.0),
            Map.entry("microns", 1.0),
            Map.entry("micrometer", 1.0),
            Map.entry("micrometre", 1.0),
            Map.entry("nm", 1e-3),
            Map.entry("pm", 1e-6),
            Map.entry("Å", 1e-4),
            Map.entry("mm", 1e3),
            Map.entry("cm", 1e4),
            Map.entry("dm", 1e5),
            Map.entry("m", 1e6),
            Map.entry("in", 25_400.0),
            Map.entry("inch", 25_400.0));

    private LengthUnits() {}

    /** A length in micrometer; null when the unit is no length (pixel, reference frame), or the length not positive. */
    public static Double micrometer(double length, String unit) {
        Double factor = MICROMETER.get(unit.strip());
        double result = factor == null ? Double.NaN : length * factor;
        return result > 0 && Double.isFinite(result) ? result : null;
    }
}
