package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The wells that a plate's metadata list. OME-NGFF 0.4 and 0.5 §plate.
 *
 * @param name of the plate, or null
 * @param wells in the order of the list
 */
public record PlateListing(String name, List<Well> wells) {

    /** The largest plates that are sold have 3456 wells. */
    private static final int MOST_WELLS = 10_000;

    private static final int MOST_ROWS_OR_COLUMNS = 1_000;

    /** Copies the list. */
    public PlateListing {
        wells = List.copyOf(wells);
    }

    /**
     * One well.
     *
     * @param path of its group below the plate
     * @param row 0 for A where the rows are named by letters, else the place in the list of rows
     * @param column 0 for 1 where the columns are named by numbers, else the place in the list of columns
     */
    public record Well(String path, int row, int column) {}

    static PlateListing parse(JsonNode plate) throws BadMetadata {
        JsonNode list = plate.path("wells");
        require(list.size() >= 1 && list.size() <= MOST_WELLS, "wells has " + list.size() + " entries");
        int[] rows = numbers(plate.path("rows"), "rows", PlateListing::letters);
        int[] columns = numbers(plate.path("columns"), "columns", PlateListing::digits);
        List<Well> wells = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        Set<List<Integer>> places = new HashSet<>();
        for (JsonNode entry : list) {
            String path = entry.path("path").asText();
            int row = index(entry, "rowIndex", rows.length, path);
            int column = index(entry, "columnIndex", columns.length, path);
            require(
                    paths.add(path) && places.add(List.of(row, column)),
                    "well \"" + path + "\" or its place stands twice");
            wells.add(new Well(path, rows[row], columns[column]));
        }
        return new PlateListing(
                plate.path("name").isTextual() ? plate.path("name").asText() : null, wells);
    }

    private static int index(JsonNode well, String field, int most, String path) throws BadMetadata {
        int index = well.path(field).isInt() ? well.path(field).asInt() : -1;
        require(index >= 0 && index < most, "well \"" + path + "\" has the " + field + " " + well.path(field));
        return index;
    }

    /** Number that a name of a row or column stands for; −1 for none. */
    private interface Naming {
        int number(String name);
    }

    /** What the names say where all say different numbers, else the order of the list. */
    private static int[] numbers(JsonNode list, String what, Naming naming) throws BadMetadata {
        require(list.size() >= 1 && list.size() <= MOST_ROWS_OR_COLUMNS, what + " has " + list.size() + " entries");
        int[] numbers = new int[list.size()];
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = naming.number(list.get(i).path("name").asText());
            seen.add(numbers[i]);
        }
        boolean usual = seen.size() == numbers.length && !seen.contains(-1);
        for (int i = 0; !usual && i < numbers.length; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static int letters(String name) {
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            number = 26 * number + name.charAt(i) - 'A' + 1;
        }
        return name.matches("[A-Z]{1,3}") ? number - 1 : -1;
    }

    private static int digits(String name) {
        return name.matches("0{0,3}[1-9][0-9]{0,4}") ? Integer.parseInt(name) - 1 : -1;
    }

    private static void require(boolean holds, String otherwise) throws BadMetadata {
        if (!holds) {
            throw new BadMetadata(otherwise + " (OME-NGFF, plate)");
        }
    }
}
