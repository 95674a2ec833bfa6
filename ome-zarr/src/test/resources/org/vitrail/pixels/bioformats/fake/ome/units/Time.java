package ome.units;

/** A time in seconds. */
public final class Time {

    private final double seconds;

    public Time(double seconds) {
        this.seconds = seconds;
    }

    public Number value(Object unit) {
        return unit == UNITS.SECOND ? seconds : null;
    }
}
