package org.vitrail.schema.dataset.filelist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.ImageCheck;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.TextPlace;
import org.vitrail.schema.dataset.UnreadableDescription;

/**
 * Reads a file list, strictly: everything that is wrong is told with line and column. Cost: once over the text. For one list and
 * one thread.
 */
public final class FileListReader {
    private static final int MOST_ROWS = 100_000;
    /** More are no help to anybody. */
    private static final int MOST_FAULTS = 100;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<SetKey, List<ImageDescription>> images = new LinkedHashMap<>();
    private final ImageCheck check = new ImageCheck();
    private int rows;

    private FileListReader() {}

    /**
     * Reads a list.
     *
     * @param text of the table, without byte order mark; its first row that is not blank names the columns
     * @param setName of the image set whose images these are
     * @throws UnreadableDescription with up to 100 faults, each with line and column
     */
    public static FileList read(String text, TableFormat format, String setName) {
        return new FileListReader().list(new TableReader(text, format), setName);
    }

    private FileList list(TableReader table, String setName) {
        Header header = table.next()
                .map(row -> Header.read(row, faults))
                .orElseThrow(
                        () -> new UnreadableDescription(Fault.of("", FaultCode.DOCUMENT_EMPTY, Column.accepted())));
        refuseFaults();
        table.next().ifPresent(row -> rows(row, table, header));
        refuseFaults();
        return new FileList(sets(setName), header.ignored());
    }

    private void rows(TableRow first, TableReader table, Header header) {
        for (TableRow row = first;
                row != null && faults.size() < MOST_FAULTS;
                row = table.next().orElse(null)) {
            if (++rows > MOST_ROWS) {
                add(Fault.of("", FaultCode.ROWS_TOO_MANY, MOST_ROWS), new TextPlace(null, row.line(), 0));
                return;
            }
            row(header, row);
        }
    }

    private void row(Header header, TableRow row) {
        if (row.cells().size() > header.width()) {
            Fault fault = Fault.of("", FaultCode.CELLS_TOO_MANY, row.cells().size(), header.width());
            add(fault, new TextPlace(null, row.line(), header.width() + 1));
            return;
        }
        RowImage cells =
                new RowImage(header, row, (column, code) -> add(Fault.of("", code), header.place(column, row)));
        ImageDescription image = cells.read();
        for (Fault fault : check.check("", image)) {
            add(fault, header.place(Column.ofField(fault.path()), row));
        }
        images.computeIfAbsent(SetKey.of(cells), key -> new ArrayList<>()).add(image);
    }

    /** The place says more than the path within a row. */
    private void add(Fault fault, TextPlace place) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault("", place, fault.code(), fault.arguments()));
        }
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new UnreadableDescription(faults, null);
        }
    }

    /** Sets of one name get what tells them apart into their name, except the first. */
    private List<ImageSet> sets(String setName) {
        Map<String, Integer> known = new HashMap<>();
        List<ImageSet> sets = new ArrayList<>();
        images.forEach((key, listed) -> {
            String name = key.name().isEmpty() ? setName : key.name();
            boolean first = known.merge(name, 1, Integer::sum) == 1;
            String distinct = first || key.distinction().isEmpty() ? name : name + ", " + key.distinction();
            sets.add(ImageSet.listed(distinct, key.organisms(), key.methods(), key.terms(), listed));
        });
        return sets;
    }
}
