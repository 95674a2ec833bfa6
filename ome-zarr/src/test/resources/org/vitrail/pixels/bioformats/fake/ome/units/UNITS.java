package ome.units;

/** Stands in for the class of that name of ome-common. */
public final class UNITS {

    public static final Object MICROMETER = new Object();
    public static final Object SECOND = new Object();

    private UNITS() {}
}
