package ucar.ma2;

/** An array of truth values. */
public final class ArrayBoolean extends Array {

    ArrayBoolean(Index index, Object store) {
        super(DataType.BOOLEAN, index, store);
    }
}
