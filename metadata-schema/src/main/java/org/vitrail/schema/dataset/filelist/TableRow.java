package org.vitrail.schema.dataset.filelist;

import java.util.List;

/** A row of a table. @param line where it begins, from 1 @param cells without spaces around */
record TableRow(int line, List<String> cells) {
    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** Empty where the row is shorter. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
