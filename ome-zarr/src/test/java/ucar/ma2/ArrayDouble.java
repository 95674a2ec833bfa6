package ucar.ma2;

/** An array of floats of 8 bytes. */
public final class ArrayDouble extends Array {

    ArrayDouble(Index index, Object store) {
        super(DataType.DOUBLE, index, store);
    }
}
