package ucar.ma2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** An array of primitives with a shape. */
public class Array {

    private final DataType type;
    private final Index index;
    private final Object store;

    Array(DataType type, Index index, Object store) {
        this.type = type;
        this.index = index;
        this.store = store;
    }

    private static Array of(DataType type, Index index, Object store) {
        return switch (type) {
            case BOOLEAN -> new ArrayBoolean(index, store);
            case FLOAT -> new ArrayFloat(index, store);
            case DOUBLE -> new ArrayDouble(index, store);
            default -> new Array(type, index, store);
        };
    }

    public static Array factory(DataType type, int[] shape) {
        Index index = Index.factory(shape);
        return of(type, index, java.lang.reflect.Array.newInstance(type.element(), index.size()));
    }

    public static Array factory(DataType type, int[] shape, Object store) {
        return of(type, Index.factory(shape), store);
    }

    public static Array factory(DataType type, Index index, Object store) {
        return of(type, index, store);
    }

    public static Array factory(DataType type, int[] shape, ByteBuffer bytes) {
        Array array = factory(type, shape);
        ByteBuffer in = bytes.duplicate().order(bytes.order());
        switch (array.store) {
            case byte[] all -> in.get(all);
            case short[] all -> in.asShortBuffer().get(all);
            case int[] all -> in.asIntBuffer().get(all);
            case long[] all -> in.asLongBuffer().get(all);
            case float[] all -> in.asFloatBuffer().get(all);
            case double[] all -> in.asDoubleBuffer().get(all);
            case boolean[] all -> {
                for (int i = 0; i < all.length; i++) {
                    all[i] = in.get() != 0;
                }
            }
            default -> throw new IllegalStateException("no array of primitives");
        }
        return array;
    }

    public Class<?> getElementType() {
        return type.element();
    }

    public DataType getDataType() {
        return type;
    }

    public int[] getShape() {
        return index.shape.clone();
    }

    public int getRank() {
        return index.shape.length;
    }

    public long getSize() {
        return index.size();
    }

    public Index getIndex() {
        return new Index(index.shape, index.strides, index.offset);
    }

    public long getLong(Index at) {
        return ((Number) java.lang.reflect.Array.get(store, at.current())).longValue();
    }

    public void setLong(Index at, long value) {
        ByteBuffer one = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
        Array single = factory(type, new int[] {1}, one);
        java.lang.reflect.Array.set(store, at.current(), java.lang.reflect.Array.get(single.store, 0));
    }

    public IndexIterator getIndexIterator() {
        return new StridedIterator(store, index);
    }

    public IndexIterator getRangeIterator(List<Range> ranges) throws InvalidRangeException {
        int[] origin = new int[ranges.size()];
        int[] shape = new int[ranges.size()];
        for (int i = 0; i < shape.length; i++) {
            origin[i] = ranges.get(i).first();
            shape[i] = ranges.get(i).length();
        }
        return sectionNoReduce(origin, shape, null).getIndexIterator();
    }

    public Array sectionNoReduce(int[] origin, int[] shape, int[] steps) throws InvalidRangeException {
        int offset = index.offset;
        int[] strides = index.strides.clone();
        for (int i = 0; i < shape.length; i++) {
            int step = steps == null ? 1 : steps[i];
            if (origin[i] < 0 || origin[i] + (shape[i] - 1) * step >= index.shape[i]) {
                throw new InvalidRangeException("axis " + i);
            }
            offset += origin[i] * strides[i];
            strides[i] *= step;
        }
        return of(type, new Index(shape.clone(), strides, offset), store);
    }

    public Array permute(int[] order) {
        int[] shape = new int[order.length];
        int[] strides = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            shape[i] = index.shape[order[i]];
            strides[i] = index.strides[order[i]];
        }
        return of(type, new Index(shape, strides, index.offset), store);
    }

    public Object copyTo1DJavaArray() {
        Object copy = java.lang.reflect.Array.newInstance(type.element(), index.size());
        if (index.isContiguous()) {
            System.arraycopy(store, index.offset, copy, 0, index.size());
            return copy;
        }
        for (int i = 0; i < index.size(); i++) {
            java.lang.reflect.Array.set(copy, i, java.lang.reflect.Array.get(store, index.place(i)));
        }
        return copy;
    }

    public ByteBuffer getDataAsByteBuffer(ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(index.size() * type.getSize()).order(order);
        IndexIterator all = getIndexIterator();
        while (all.hasNext()) {
            switch (type) {
                case BOOLEAN -> bytes.put((byte) (all.getBooleanNext() ? 1 : 0));
                case BYTE, UBYTE -> bytes.put(all.getByteNext());
                case SHORT, USHORT -> bytes.putShort(all.getShortNext());
                case INT, UINT -> bytes.putInt(all.getIntNext());
                case LONG, ULONG -> bytes.putLong(all.getLongNext());
                case FLOAT -> bytes.putFloat(all.getFloatNext());
                case DOUBLE -> bytes.putDouble(all.getDoubleNext());
            }
        }
        return bytes.rewind();
    }
}
