package ucar.ma2;

/** Steps from element to element without dividing, as fast as the library that it stands for. */
final class StridedIterator implements IndexIterator {

    private final Object store;
    private final Index index;
    private final int[] counters;
    private final int size;
    private int number;
    private int place;

    StridedIterator(Object store, Index index) {
        this.store = store;
        this.index = index;
        this.counters = new int[index.shape.length];
        this.size = index.size();
        this.place = index.offset;
    }

    private int next() {
        int now = place;
        number++;
        for (int i = counters.length - 1; i >= 0; i--) {
            place += index.strides[i];
            if (++counters[i] < index.shape[i]) {
                break;
            }
            place -= index.strides[i] * index.shape[i];
            counters[i] = 0;
        }
        return now;
    }

    @Override
    public boolean hasNext() {
        return number < size;
    }

    @Override
    public boolean getBooleanNext() {
        return ((boolean[]) store)[next()];
    }

    @Override
    public void setBooleanNext(boolean value) {
        ((boolean[]) store)[next()] = value;
    }

    @Override
    public byte getByteNext() {
        return ((byte[]) store)[next()];
    }

    @Override
    public void setByteNext(byte value) {
        ((byte[]) store)[next()] = value;
    }

    @Override
    public short getShortNext() {
        return ((short[]) store)[next()];
    }

    @Override
    public void setShortNext(short value) {
        ((short[]) store)[next()] = value;
    }

    @Override
    public int getIntNext() {
        return ((int[]) store)[next()];
    }

    @Override
    public void setIntNext(int value) {
        ((int[]) store)[next()] = value;
    }

    @Override
    public long getLongNext() {
        return ((long[]) store)[next()];
    }

    @Override
    public void setLongNext(long value) {
        ((long[]) store)[next()] = value;
    }

    @Override
    public float getFloatNext() {
        return ((float[]) store)[next()];
    }

    @Override
    public void setFloatNext(float value) {
        ((float[]) store)[next()] = value;
    }

    @Override
    public double getDoubleNext() {
        return ((double[]) store)[next()];
    }

    @Override
    public void setDoubleNext(double value) {
        ((double[]) store)[next()] = value;
    }

    @Override
    public Object getObjectNext() {
        return java.lang.reflect.Array.get(store, next());
    }

    @Override
    public void setObjectNext(Object value) {
        java.lang.reflect.Array.set(store, next(), value);
    }
}
