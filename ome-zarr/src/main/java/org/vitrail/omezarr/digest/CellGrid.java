package org.vitrail.omezarr.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;

/**
 * Sums of a plane over 32 × 32 cells of equal area. A sample that lies in several cells counts in each by its share: samples are 32
 * long and cells as long as the image, so that all shares are whole numbers. Several threads may add.
 */
final class CellGrid {

    /** Cells along each axis. */
    static final int SIDE = 32;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_OTHER = 0x0000_ffff_0000_ffffL;

    private final PixelType type;
    private final long height;
    private final long width;
    private final ExactSum[] sums = new ExactSum[SIDE * SIDE];

    CellGrid(PixelType type, long height, long width) {
        this.type = type;
        this.height = height;
        this.width = width;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new ExactSum();
        }
    }

    /** Samples {@code from} to before {@code end}, of a tile's axis, that lie wholly in a cell, and the shares of those around. */
    private record Span(int cell, int first, long firstShare, int from, int end, int last, long lastShare) {

        /** Cells that samples {@code start} to {@code start + count} of an axis touch. */
        static Span[] of(long start, int count, long length) {
            int firstCell = (int) (SIDE * start / length);
            int lastCell = (int) ((SIDE * (start + count) - 1) / length);
            Span[] spans = new Span[lastCell - firstCell + 1];
            for (int i = 0; i < spans.length; i++) {
                spans[i] = of(firstCell + i, start, count, length);
            }
            return spans;
        }

        private static Span of(int cell, long start, int count, long length) {
            long begin = Math.max(0, cell * length - SIDE * start);
            long end = Math.min((long) SIDE * count, (cell + 1) * length - SIDE * start);
            int first = (int) (begin / SIDE);
            int last = (int) ((end - 1) / SIDE);
            if (first == last) {
                return new Span(cell, first, end - begin, 0, 0, last, 0);
            }
            return new Span(cell, first, SIDE * (first + 1L) - begin, first + 1, last, last, end - (long) SIDE * last);
        }
    }

    /** Takes a tile. @param y its first row in the plane; @param x its first column */
    void see(long y, long x, int tileHeight, int tileWidth, byte[] samples) {
        Span[] rows = Span.of(y, tileHeight, height);
        Span[] columns = Span.of(x, tileWidth, width);
        if (type == PixelType.UINT16 && tileWidth % 4 == 0 && tileHeight < 1 << 16) {
            addShorts(rows, columns, tileWidth, samples);
        } else if (type.bytes() <= 2) {
            addWhole(rows, columns, wholeRows(columns, tileHeight, tileWidth, samples));
        } else {
            addReal(rows, columns, realRows(columns, tileHeight, tileWidth, samples));
        }
    }

    /** Adds rows to one another first, four samples at once: sums of up to 65 536 rows have room in 32 bits. */
    private void addShorts(Span[] rows, Span[] columns, int tileWidth, byte[] samples) {
        int fours = tileWidth / 4;
        long[] even = new long[fours];
        long[] odd = new long[fours];
        long[] column = new long[tileWidth];
        for (Span row : rows) {
            Arrays.fill(even, 0);
            Arrays.fill(odd, 0);
            for (int y = row.from; y < row.end; y++) {
                for (int i = 0; i < fours; i++) {
                    long four = (long) LONG.get(samples, 2 * (y * tileWidth + 4 * i));
                    even[i] += four & EVERY_OTHER;
                    odd[i] += four >>> 16 & EVERY_OTHER;
                }
            }
            for (int x = 0; x < tileWidth; x++) {
                long inside = (x % 2 == 0 ? even : odd)[x / 4] >>> 32 * (x % 4 / 2) & 0xffff_ffffL;
                column[x] = row.firstShare * shortAt(samples, row.first * tileWidth + x)
                        + SIDE * inside
                        + row.lastShare * shortAt(samples, row.last * tileWidth + x);
            }
            for (Span span : columns) {
                long inside = 0;
                for (int x = span.from; x < span.end; x++) {
                    inside += column[x];
                }
                long sum = span.firstShare * column[span.first] + SIDE * inside + span.lastShare * column[span.last];
                synchronized (this) {
                    sums[row.cell * SIDE + span.cell].add(sum);
                }
            }
        }
    }

    private static int shortAt(byte[] samples, int at) {
        return (short) SHORT.get(samples, 2 * at) & 0xffff;
    }

    private long[][] wholeRows(Span[] columns, int tileHeight, int tileWidth, byte[] samples) {
        int[] row = new int[tileWidth];
        long[][] cells = new long[tileHeight][columns.length];
        for (int y = 0; y < tileHeight; y++) {
            read(samples, y * tileWidth, row);
            for (int i = 0; i < columns.length; i++) {
                Span span = columns[i];
                int inside = 0;
                for (int x = span.from; x < span.end; x++) {
                    inside += row[x];
                }
                cells[y][i] =
                        span.firstShare * row[span.first] + (long) SIDE * inside + span.lastShare * row[span.last];
            }
        }
        return cells;
    }

    private void read(byte[] samples, int from, int[] row) {
        switch (type) {
            case UINT8 -> {
                for (int x = 0; x < row.length; x++) {
                    row[x] = samples[from + x] & 0xff;
                }
            }
            case INT8 -> {
                for (int x = 0; x < row.length; x++) {
                    row[x] = samples[from + x];
                }
            }
            case UINT16 -> {
                for (int x = 0; x < row.length; x++) {
                    row[x] = (short) SHORT.get(samples, 2 * (from + x)) & 0xffff;
                }
            }
            default -> {
                for (int x = 0; x < row.length; x++) {
                    row[x] = (short) SHORT.get(samples, 2 * (from + x));
                }
            }
        }
    }

    private double[][] realRows(Span[] columns, int tileHeight, int tileWidth, byte[] samples) {
        double[] row = new double[tileWidth];
        double[][] cells = new double[tileHeight][columns.length];
        for (int y = 0; y < tileHeight; y++) {
            for (int x = 0; x < tileWidth; x++) {
                double value = SampleValues.at(type, samples, y * tileWidth + x);
                row[x] = Double.isFinite(value) ? value : 0;
            }
            for (int i = 0; i < columns.length; i++) {
                Span span = columns[i];
                double sum = span.firstShare * row[span.first];
                for (int x = span.from; x < span.end; x++) {
                    sum += SIDE * row[x];
                }
                cells[y][i] = span.lastShare == 0 ? sum : sum + span.lastShare * row[span.last];
            }
        }
        return cells;
    }

    private void addWhole(Span[] rows, Span[] columns, long[][] cells) {
        for (Span row : rows) {
            for (int i = 0; i < columns.length; i++) {
                long inside = 0;
                for (int y = row.from; y < row.end; y++) {
                    inside += cells[y][i];
                }
                long sum = row.firstShare * cells[row.first][i] + SIDE * inside + row.lastShare * cells[row.last][i];
                synchronized (this) {
                    sums[row.cell * SIDE + columns[i].cell].add(sum);
                }
            }
        }
    }

    private void addReal(Span[] rows, Span[] columns, double[][] cells) {
        for (Span row : rows) {
            for (int i = 0; i < columns.length; i++) {
                double sum = row.firstShare * cells[row.first][i];
                for (int y = row.from; y < row.end; y++) {
                    sum += SIDE * cells[y][i];
                }
                sum = row.lastShare == 0 ? sum : sum + row.lastShare * cells[row.last][i];
                synchronized (this) {
                    sums[row.cell * SIDE + columns[i].cell].add(sum);
                }
            }
        }
    }

    /** Adds this plane, stretched so that its darkest cell is 0 and its brightest 65 535; nothing when all are equal. */
    synchronized void addStretchedTo(long[] light) {
        BigInteger[] exact = new BigInteger[sums.length];
        BigInteger least = null;
        BigInteger most = null;
        for (int i = 0; i < sums.length; i++) {
            exact[i] = sums[i].scaled();
            least = least == null ? exact[i] : least.min(exact[i]);
            most = most == null ? exact[i] : most.max(exact[i]);
        }
        BigInteger range = most.subtract(least);
        for (int i = 0; i < sums.length && range.signum() > 0; i++) {
            BigInteger part = exact[i].subtract(least).multiply(BigInteger.valueOf(0xffff));
            light[i] += part.divide(range).longValueExact();
        }
    }
}
