package org.vitrail.schema.dataset.filelist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.TextPlace;
import org.vitrail.schema.dataset.UnreadableDescription;

/**
 * The first row of a file list: where each column stands.
 *
 * @param columns index by column, from 0
 * @param ignored names of columns that are none of ours, in a list as for the BioImage Archive
 */
record Header(Map<Column, Integer> columns, List<String> ignored, int width) {
    private static final int MOST_COLUMNS = 500;

    /**
     * Reads it. A list whose first column is called {@code Files}, with a capital, is one as for the BioImage Archive: it has
     * attributes of any name, which are left aside; elsewhere an unknown column is a typing error.
     *
     * @param faults to which it adds what is wrong
     */
    static Header read(TableRow row, List<Fault> faults) {
        if (row.cells().size() > MOST_COLUMNS) {
            throw new UnreadableDescription(
                    Fault.of("", FaultCode.COLUMNS_TOO_MANY, row.cells().size(), MOST_COLUMNS)
                            .at(new TextPlace(null, row.line(), MOST_COLUMNS + 1)));
        }
        boolean archive = row.cell(0).equals("Files");
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = row.cell(i);
            TextPlace place = new TextPlace(null, row.line(), i + 1);
            Column column = Column.find(name).orElse(null);
            if (column == null && (archive || name.isEmpty())) {
                ignored.add(name);
            } else if (column == null) {
                faults.add(Fault.of("", FaultCode.COLUMN_UNKNOWN, name, Column.accepted())
                        .at(place));
            } else if (columns.putIfAbsent(column, i) != null) {
                faults.add(Fault.of("", FaultCode.COLUMN_REPEATED, name).at(place));
            }
        }
        if (!columns.containsKey(Column.FILES) && faults.isEmpty()) {
            TextPlace place = new TextPlace(null, row.line(), 1);
            faults.add(Fault.of("", FaultCode.COLUMN_OF_FILES_MISSING).at(place));
        }
        ignored.removeIf(String::isEmpty);
        return new Header(columns, ignored, row.cells().size());
    }

    /** The cell of a column; empty where there is none. */
    String cell(Column column, TableRow row) {
        Integer index = columns.get(column);
        return index == null ? "" : row.cell(index);
    }

    /** Where a column's cell stands; the row alone where the list has no such column. */
    TextPlace place(Column column, TableRow row) {
        Integer index = columns.get(column);
        return new TextPlace(null, row.line(), index == null ? 0 : index + 1);
    }
}
