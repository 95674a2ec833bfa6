package org.vitrail.omezarr.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of the {@code plate} block. OME-NGFF 0.4 and 0.5 §plate; lists that are empty are refused as its schema does. */
final class PlateRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9]+/[A-Za-z0-9]+");

    private final Element plate;
    private final boolean zarrV3;
    private final Set<Long> acquisitions = new HashSet<>();
    private final List<Well> wells = new ArrayList<>();

    /**
     * A well whose path can be followed.
     *
     * @param place where the path stands
     * @param path row/column
     */
    record Well(Element place, String path) {}

    private PlateRules(Element plate, boolean zarrV3) {
        this.plate = plate;
        this.zarrV3 = zarrV3;
    }

    /** Checks the block of a plate's group. */
    static PlateRules check(Group group, Groups groups, boolean zarrV3) {
        Element plate = group.ome().get("plate").in(Section.PLATE);
        PlateRules rules = new PlateRules(plate, zarrV3);
        if (plate.isObject()) {
            groups.checkBlockVersion(plate);
            rules.check();
        }
        return rules;
    }

    /** Wells in order, each path once. */
    List<Well> wells() {
        return wells;
    }

    /** Numbers of the acquisitions. */
    Set<Long> acquisitions() {
        return acquisitions;
    }

    Element place() {
        return plate;
    }

    private void check() {
        plate.recommend("name");
        plate.get("name").text();
        checkFieldCount();
        checkAcquisitions();
        List<String> rows = names("rows");
        List<String> columns = names("columns");
        Element list = plate.required("wells");
        if (!list.isList(1)) {
            return;
        }
        Set<String> paths = new HashSet<>();
        for (Element well : list.items()) {
            if (well.isObject()) {
                checkWell(well, rows, columns, paths);
            }
        }
    }

    private void checkFieldCount() {
        Element count = plate.get("field_count");
        count.whole(1);
        if (!count.exists() && zarrV3) {
            plate.report(Rule.FIELD_COUNT, "key \"field_count\" is missing; it should be there", "Add it");
        }
    }

    private void checkAcquisitions() {
        Element list = plate.get("acquisitions");
        if (!list.isList(0)) {
            return;
        }
        for (Element acquisition : list.items()) {
            if (!acquisition.isObject()) {
                continue;
            }
            Element id = acquisition.required("id");
            OptionalLong number = id.whole(0);
            if (number.isPresent() && !acquisitions.add(number.getAsLong())) {
                id.report(Rule.NOT_UNIQUE, "id " + number.getAsLong() + " stands twice", "Give each an id of its own");
            }
            acquisition.recommend("name");
            acquisition.recommend("maximumfieldcount");
            acquisition.get("name").text();
            acquisition.get("description").text();
            acquisition.get("maximumfieldcount").whole(1);
            acquisition.get("starttime").whole(0);
            acquisition.get("endtime").whole(0);
        }
    }

    /** Names of rows or columns, empty texts for wrong ones; null when there is no list. */
    private List<String> names(String key) {
        Element list = plate.required(key);
        if (!list.isList(1)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> folded = new HashSet<>();
        for (Element entry : list.items()) {
            Element name = entry.isObject() ? entry.required("name") : entry;
            String text = entry.node().isObject() ? name.text().orElse("") : "";
            names.add(text);
            if (!text.isEmpty()) {
                checkName(name, text, seen.add(text), folded.add(text.toLowerCase(Locale.ROOT)));
            }
        }
        return names;
    }

    /** @param fresh true when no other has the name; @param folded true when none has it in upper or lower case */
    private static void checkName(Element name, String text, boolean fresh, boolean folded) {
        if (!NAME.matcher(text).matches()) {
            name.report(
                    Rule.OUT_OF_RANGE,
                    name.shown() + " has other characters than letters and digits",
                    "Use letters and digits only");
        }
        if (!fresh) {
            name.report(Rule.NOT_UNIQUE, name.shown() + " stands twice", "Keep one of them");
        } else if (!folded) {
            name.report(
                    Rule.NAME_CASE,
                    name.shown() + " differs from another name in upper and lower case only",
                    "Use names that differ everywhere");
        }
    }

    private void checkWell(Element well, List<String> rows, List<String> columns, Set<String> paths) {
        OptionalLong row = well.required("rowIndex").whole(0);
        OptionalLong column = well.required("columnIndex").whole(0);
        Element place = well.required("path");
        String path = place.text().orElse(null);
        if (path == null) {
            return;
        }
        if (!PATH.matcher(path).matches()) {
            place.report(
                    Rule.WELL_PATH,
                    place.shown() + " is not the name of a row, a slash, and the name of a column",
                    "Write for example \"A/1\"");
            return;
        }
        if (!paths.add(path)) {
            place.report(Rule.NOT_UNIQUE, "well " + place.shown() + " stands twice", "Keep one of them");
            return;
        }
        wells.add(new Well(place, path));
        if (rows != null && columns != null && row.isPresent() && column.isPresent()) {
            String named = name(rows, row.getAsLong()) + "/" + name(columns, column.getAsLong());
            if (!named.equals(path)) {
                place.report(
                        Rule.WELL_PLACE,
                        "the path is " + place.shown() + ", its indices name " + Element.quoted(named),
                        "Put the row before the column, and count both from 0 in the plate's lists");
            }
        }
    }

    private static String name(List<String> names, long index) {
        return index < names.size() ? names.get((int) index) : "?";
    }
}
