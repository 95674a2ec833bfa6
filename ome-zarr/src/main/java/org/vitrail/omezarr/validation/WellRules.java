package org.vitrail.omezarr.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of the {@code well} block. OME-NGFF 0.4 and 0.5 §well. */
final class WellRules {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9]+");

    private WellRules() {}

    /**
     * A field whose path can be followed.
     *
     * @param place where the path stands
     * @param path of the image below the well
     */
    record Field(Element place, String path) {}

    /** Checks the block of a well's group. @param acquisitions of the plate; null when the plate is not known */
    static List<Field> check(Group group, Groups groups, Set<Long> acquisitions) {
        List<Field> fields = new ArrayList<>();
        Element well = group.required("well", Section.WELL);
        if (!well.isObject()) {
            return fields;
        }
        groups.checkBlockVersion(well);
        Element images = well.required("images");
        if (!images.isList(1)) {
            return fields;
        }
        Set<String> seen = new HashSet<>();
        for (Element image : images.items()) {
            if (image.isObject()) {
                checkAcquisition(image, acquisitions);
                checkPath(image.required("path"), seen, fields);
            }
        }
        return fields;
    }

    private static void checkAcquisition(Element image, Set<Long> acquisitions) {
        Element acquisition = image.get("acquisition");
        OptionalLong number = acquisition.whole(Long.MIN_VALUE);
        if (acquisitions == null) {
            return;
        }
        if (number.isPresent() && !acquisitions.isEmpty() && !acquisitions.contains(number.getAsLong())) {
            acquisition.report(
                    Rule.ACQUISITION,
                    "the plate has no acquisition " + number.getAsLong(),
                    "List it in the plate, or correct the number");
        }
        if (!acquisition.exists() && acquisitions.size() > 1) {
            image.report(
                    Rule.ACQUISITION,
                    "the field names no acquisition, and the plate has " + acquisitions.size(),
                    "Add the id of its acquisition");
        }
    }

    private static void checkPath(Element place, Set<String> seen, List<Field> fields) {
        place.text().ifPresent(path -> {
            if (!PATH.matcher(path).matches()) {
                place.report(
                        Rule.OUT_OF_RANGE,
                        place.shown() + " has other characters than letters and digits",
                        "Use letters and digits only");
            } else if (!seen.add(path)) {
                place.report(Rule.NOT_UNIQUE, "field " + place.shown() + " stands twice", "Keep one of them");
            } else {
                fields.add(new Field(place, path));
            }
        });
    }
}
