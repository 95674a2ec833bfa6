package ucar.ma2;

/** A view of a one-dimensional store: shape, strides and offset; and a current element. */
public class Index {

    final int[] shape;
    final int[] strides;
    final int offset;
    private int current;

    Index(int[] shape, int[] strides, int offset) {
        this.shape = shape;
        this.strides = strides;
        this.offset = offset;
        this.current = offset;
    }

    public static Index factory(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return new Index(shape.clone(), strides, 0);
    }

    public Index set(int[] indices) {
        current = offset;
        for (int i = 0; i < indices.length; i++) {
            current += indices[i] * strides[i];
        }
        return this;
    }

    int current() {
        return current;
    }

    int size() {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    /** True when the elements follow each other in the store. */
    boolean isContiguous() {
        return java.util.Arrays.equals(strides, factory(shape).strides);
    }

    /** Place in the store of the n-th element in row-major order. */
    int place(int number) {
        int place = offset;
        int rest = number;
        for (int i = shape.length - 1; i >= 0; i--) {
            place += rest % shape[i] * strides[i];
            rest /= shape[i];
        }
        return place;
    }
}
