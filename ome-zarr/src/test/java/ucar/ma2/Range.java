package ucar.ma2;

/** From first to last, both included. */
public final class Range {

    private final int first;
    private final int last;

    public Range(int first, int last) throws InvalidRangeException {
        if (first < 0 || last < first - 1) {
            throw new InvalidRangeException("from " + first + " to " + last);
        }
        this.first = first;
        this.last = last;
    }

    int first() {
        return first;
    }

    int length() {
        return last - first + 1;
    }
}
