package org.vitrail.omezarr.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at a plate: its rows, wells, and the images in them. OME-NGFF 0.4 and 0.5 §hcs-layout. */
final class PlateWalk {

    private final Documents documents;
    private final Groups groups;
    private final ImageWalk images;
    private final Set<String> rowsSeen = new HashSet<>();
    private final Set<String> fieldsSeen = new HashSet<>();
    private long wells;

    PlateWalk(Documents documents, Groups groups, ImageWalk images) {
        this.documents = documents;
        this.groups = groups;
        this.images = images;
    }

    /** Number of wells so far. */
    long wells() {
        return wells;
    }

    /** Paths of the images that were looked at. */
    Set<String> fieldsSeen() {
        return fieldsSeen;
    }

    void plate(Group group, boolean zarrV3) {
        PlateRules plate = PlateRules.check(group, groups, zarrV3);
        long most = 0;
        for (PlateRules.Well well : plate.wells()) {
            if (documents.isExhausted()) {
                return;
            }
            String row = well.path().substring(0, well.path().indexOf('/'));
            Element place = well.place().in(Section.SCREENING);
            if (rowsSeen.add(row) && groups.get(group.prefix() + row, place).isEmpty()) {
                continue;
            }
            most = Math.max(
                    most,
                    groups.get(group.prefix() + well.path(), place)
                            .map(found -> well(found, plate.acquisitions()))
                            .orElse(0));
        }
        Element count = plate.place().get("field_count");
        if (count.node().canConvertToLong() && count.node().asLong() < most) {
            count.report(
                    Rule.FIELD_COUNT,
                    "field_count is " + count.shown() + ", and a well has " + most + " fields",
                    "Give the largest number of fields of any well");
        }
    }

    /** A well, and the images in it. @param acquisitions of the plate; null when it is not known; @return number of fields */
    int well(Group group, Set<Long> acquisitions) {
        wells++;
        List<WellRules.Field> fields = WellRules.check(group, groups, acquisitions);
        for (WellRules.Field field : fields) {
            if (documents.isExhausted()) {
                break;
            }
            String path = group.prefix() + field.path();
            fieldsSeen.add(path);
            groups.get(path, field.place().in(Section.SCREENING)).ifPresent(images::image);
        }
        return fields.size();
    }
}
