package ome.units;

/** A length in micrometer. */
public final class Length {

    private final double micrometer;

    public Length(double micrometer) {
        this.micrometer = micrometer;
    }

    public Number value(Object unit) {
        return unit == UNITS.MICROMETER ? micrometer : null;
    }
}
