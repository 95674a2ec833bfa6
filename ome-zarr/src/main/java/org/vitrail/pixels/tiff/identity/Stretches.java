package org.vitrail.pixels.tiff.identity;

import java.util.Arrays;

/** Stretches of a file, sorted once all are there. 16 bytes each, and so many at most. */
final class Stretches {

    /** A file with more of them is only looked at where a field leads. */
    static final int MOST = 2_000_000;

    private static final int MOST_STEPS = 1000;

    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private long[] farthest;
    private int count;
    private boolean full;

    /** From a start to before an end; what is empty or begins before the file is left out. */
    void add(long start, long end) {
        boolean last = count > 0 && starts[count - 1] == start && ends[count - 1] == end;
        if (start < 0 || end <= start || last) {
            return;
        }
        full |= count == MOST;
        if (full) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    /** True when some were left out because there are too many. */
    boolean isFull() {
        return full;
    }

    int count() {
        return count;
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    /** Sorts them by their starts; nothing can be added afterwards. */
    void settle() {
        for (int i = count / 2 - 1; i >= 0; i--) {
            sink(i, count);
        }
        for (int i = count - 1; i > 0; i--) {
            swap(0, i);
            sink(0, i);
        }
        farthest = new long[count];
        for (int i = 0; i < count; i++) {
            farthest[i] = Math.max(ends[i], i > 0 ? farthest[i - 1] : 0);
        }
    }

    private void sink(int from, int size) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(child, child + 1)) {
                child++;
            }
            if (!isBefore(at, child)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean isBefore(int one, int other) {
        return starts[one] < starts[other] || starts[one] == starts[other] && ends[one] < ends[other];
    }

    private void swap(int one, int other) {
        long start = starts[one];
        long end = ends[one];
        starts[one] = starts[other];
        ends[one] = ends[other];
        starts[other] = start;
        ends[other] = end;
    }

    /** The first start from there on, or the limit. */
    long nextStart(long from, long limit) {
        int at = firstFrom(from);
        return at < count ? Math.min(limit, starts[at]) : limit;
    }

    /** How far the stretches reach that begin before a place. */
    long reach(long before) {
        int at = firstFrom(before);
        return at == 0 ? 0 : farthest[at - 1];
    }

    /** True when another stretch than that from {@code start} to {@code end} has bytes between the two places. */
    boolean holdsOther(long start, long end, long from, long to) {
        int last = firstFrom(to) - 1;
        for (int at = last; at >= 0 && farthest[at] > from; at--) {
            if (last - at > MOST_STEPS) {
                return true; // a file like a thicket: nothing in it is sure
            }
            boolean own = starts[at] == start && ends[at] == end;
            if (!own && ends[at] > from) {
                return true;
            }
        }
        return false;
    }

    /** Number of the last that begins before a place, −1 when there is none. */
    int lastBefore(long place) {
        return firstFrom(place) - 1;
    }

    /** Length of one that begins exactly there, 0 when there is none. */
    long lengthAt(long start) {
        int at = firstFrom(start);
        return at < count && starts[at] == start ? ends[at] - start : 0;
    }

    private int firstFrom(long place) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (starts[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
