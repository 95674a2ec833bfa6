package ucar.ma2;

/** An array of floats of 4 bytes. */
public final class ArrayFloat extends Array {

    ArrayFloat(Index index, Object store) {
        super(DataType.FLOAT, index, store);
    }
}
