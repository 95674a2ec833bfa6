package org.vitrail.omezarr;

import java.util.Map;

/** Units of length that OME-NGFF names (after UDUNITS-2) and microscopes use. OME-NGFF 0.5 §axes. */
final class LengthInMicrometers {

    private static final Map<String, Double> UNITS = Map.of(
            "picometer", 1e-6,
            "angstrom", 1e-4,
            "nanometer", 1e-3,
            "micrometer", 1.0,
            "millimeter", 1e3,
            "centimeter", 1e4,
            "decimeter", 1e5,
            "meter", 1e6,
            "inch", 25_400.0);

    private LengthInMicrometers() {}

    /** Null when the unit is no known length, or the length is not positive and finite. */
    static Double of(double length, String unit) {
        Double factor = unit == null ? null : UNITS.get(unit);
        double micrometers = factor == null ? Double.NaN : length * factor;
        return micrometers > 0 && Double.isFinite(micrometers) ? micrometers : null;
    }
}
