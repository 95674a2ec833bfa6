package org.vitrail.pixels;

/**
 * Where on a plate an image was taken.
 *
 * @param plate name of the plate, or null
 * @param row of the well, 0 for A
 * @param column of the well, 0 for 1
 * @param field number inside the well, from 0
 */
public record WellPosition(String plate, int row, int column, int field) {

    /** Refuses negative numbers. */
    public WellPosition {
        if (row < 0 || column < 0 || field < 0) {
            throw new IllegalArgumentException(
                    "A well position is not negative: row " + row + ", column " + column + ", field " + field);
        }
    }

    /** Letters of the row as plates carry them: A to Z, then AA. */
    public String rowName() {
        StringBuilder letters = new StringBuilder();
        for (int left = row; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.toString();
    }

    /** Number of the column as plates carry it, from 1. */
    public String columnName() {
        return Integer.toString(column + 1);
    }
}
