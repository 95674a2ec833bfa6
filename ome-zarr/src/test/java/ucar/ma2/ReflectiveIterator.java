package ucar.ma2;

import java.lang.reflect.Array;

/** By reflection; only correctness counts. */
final class ReflectiveIterator implements IndexIterator {

    private final Object store;
    private final Index index;
    private int number;

    ReflectiveIterator(Object store, Index index) {
        this.store = store;
        this.index = index;
    }

    private int next() {
        return index.place(number++);
    }

    @Override
    public boolean hasNext() {
        return number < index.size();
    }

    @Override
    public boolean getBooleanNext() {
        return Array.getBoolean(store, next());
    }

    @Override
    public void setBooleanNext(boolean value) {
        Array.setBoolean(store, next(), value);
    }

    @Override
    public byte getByteNext() {
        return Array.getByte(store, next());
    }

    @Override
    public void setByteNext(byte value) {
        Array.setByte(store, next(), value);
    }

    @Override
    public short getShortNext() {
        return Array.getShort(store, next());
    }

    @Override
    public void setShortNext(short value) {
        Array.setShort(store, next(), value);
    }

    @Override
    public int getIntNext() {
        return Array.getInt(store, next());
    }

    @Override
    public void setIntNext(int value) {
        Array.setInt(store, next(), value);
    }

    @Override
    public long getLongNext() {
        return Array.getLong(store, next());
    }

    @Override
    public void setLongNext(long value) {
        Array.setLong(store, next(), value);
    }

    @Override
    public float getFloatNext() {
        return Array.getFloat(store, next());
    }

    @Override
    public void setFloatNext(float value) {
        Array.setFloat(store, next(), value);
    }

    @Override
    public double getDoubleNext() {
        return Array.getDouble(store, next());
    }

    @Override
    public void setDoubleNext(double value) {
        Array.setDouble(store, next(), value);
    }

    @Override
    public Object getObjectNext() {
        return Array.get(store, next());
    }

    @Override
    public void setObjectNext(Object value) {
        Array.set(store, next(), value);
    }
}
