package org.vitrail.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * One line of the measuring program.
 *
 * @param name of what was read, e.g. {@code chunk 256}
 * @param reader {@code vitrail} or {@code zarr-java}
 * @param processor milliseconds of processor time for one
 * @param clock milliseconds by the clock for one
 */
record TileReading(String name, String reader, double processor, double clock) {

    static TileReading parse(String line) throws IOException {
        String[] cells = line.split("\t");
        if (cells.length != 5) {
            throw new IOException("the measuring program printed \"" + line + "\"");
        }
        return new TileReading(cells[0], cells[1], Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
    }

    /** The reading of that name by that reader; @throws IllegalStateException when it was not measured */
    static TileReading of(List<TileReading> readings, String name, String reader) {
        return readings.stream()
                .filter(reading -> reading.name.equals(name) && reading.reader.equals(reader))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " was not measured with " + reader));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %s: %.2f ms of processor time, %.2f ms", name, reader, processor, clock);
    }
}
