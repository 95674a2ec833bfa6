package ucar.ma2;

/** Kinds of elements. */
public enum DataType {
    BOOLEAN(boolean.class),
    BYTE(byte.class),
    UBYTE(byte.class),
    SHORT(short.class),
    USHORT(short.class),
    INT(int.class),
    UINT(int.class),
    LONG(long.class),
    ULONG(long.class),
    FLOAT(float.class),
    DOUBLE(double.class);

    private final Class<?> element;

    DataType(Class<?> element) {
        this.element = element;
    }

    Class<?> element() {
        return element;
    }

    public int getSize() {
        return switch (this) {
            case BOOLEAN, BYTE, UBYTE -> 1;
            case SHORT, USHORT -> 2;
            case INT, UINT, FLOAT -> 4;
            case LONG, ULONG, DOUBLE -> 8;
        };
    }
}
