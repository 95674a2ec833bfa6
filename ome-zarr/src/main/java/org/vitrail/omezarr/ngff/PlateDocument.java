package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vitrail.pixels.WellPosition;

/** OME attributes of a plate's group and of its wells' groups. OME-NGFF 0.5 and 0.4 §plate, §well. */
public final class PlateDocument {

    private final String name;
    private final SortedMap<Integer, SortedMap<Integer, TreeSet<Integer>>> wells = new TreeMap<>();

    /** @param name of the plate; @param positions one for each image, all different */
    public PlateDocument(String name, List<WellPosition> positions) {
        this.name = name;
        for (WellPosition position : positions) {
            boolean first = wells.computeIfAbsent(position.row(), row -> new TreeMap<>())
                    .computeIfAbsent(position.column(), column -> new TreeSet<>())
                    .add(position.field());
            if (!first) {
                throw new IllegalArgumentException("Two images are field " + (position.field() + 1) + " of well "
                        + position.rowName() + position.columnName());
            }
        }
    }

    /** Folder of an image's well below the plate, e.g. {@code B/3}. */
    public static String wellPath(WellPosition position) {
        return position.rowName() + "/" + position.columnName();
    }

    /** Attributes of the plate's group. */
    public ObjectNode plate(NgffVersion version) {
        ObjectNode ome = JsonNodeFactory.instance.objectNode();
        ObjectNode plate = ome.putObject("plate");
        List<Integer> rows = List.copyOf(wells.keySet());
        TreeSet<Integer> columnSet = new TreeSet<>();
        wells.values().forEach(row -> columnSet.addAll(row.keySet()));
        List<Integer> columns = List.copyOf(columnSet);
        putNames(
                plate.putArray("rows"),
                rows.stream().map(row -> at(row, 0).rowName()).toList());
        putNames(
                plate.putArray("columns"),
                columns.stream().map(column -> at(0, column).columnName()).toList());
        ArrayNode list = plate.putArray("wells");
        int fields = 1;
        for (int row : rows) {
            for (var well : wells.get(row).entrySet()) {
                fields = Math.max(fields, well.getValue().size());
                list.addObject()
                        .put("path", wellPath(at(row, well.getKey())))
                        .put("rowIndex", rows.indexOf(row))
                        .put("columnIndex", columns.indexOf(well.getKey()));
            }
        }
        plate.put("field_count", fields);
        plate.put("name", name == null || name.isBlank() ? "plate" : name);
        plate.put("version", version.text());
        return ome;
    }

    private static void putNames(ArrayNode list, List<String> names) {
        names.forEach(each -> list.addObject().put("name", each));
    }

    private static WellPosition at(int row, int column) {
        return new WellPosition(null, row, column, 0);
    }

    /** Attributes of a well's group; its images lie in folders named by their field, from 0. */
    public ObjectNode well(NgffVersion version, int row, int column) {
        ObjectNode ome = JsonNodeFactory.instance.objectNode();
        ObjectNode well = ome.putObject("well");
        ArrayNode images = well.putArray("images");
        wells.get(row).get(column).forEach(field -> images.addObject().put("path", Integer.toString(field)));
        well.put("version", version.text());
        return ome;
    }
}
