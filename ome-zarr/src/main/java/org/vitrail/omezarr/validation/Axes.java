package org.vitrail.omezarr.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The axes of a multiscale image.
 *
 * @param names in order; empty texts where a name is missing
 * @param types in order; empty texts where a type is missing
 */
record Axes(List<String> names, List<String> types) {

    private static final int FEWEST = 2;
    private static final int MOST = 5;
    private static final Set<String> LENGTHS = units("meter", "angstrom", "foot", "inch", "mile", "parsec", "yard");
    private static final Set<String> TIMES = units("second", "day", "hour", "minute");

    /** A unit with the prefixes of the standard's lists, and others without. */
    private static Set<String> units(String base, String... others) {
        Stream<String> prefixed = Stream.of(
                        "atto", "centi", "deci", "exa", "femto", "giga", "hecto", "kilo", "mega", "micro", "milli",
                        "nano", "peta", "pico", "tera", "yocto", "yotta", "zepto", "zetta", "")
                .map(prefix -> prefix + base);
        return Stream.concat(prefixed, Stream.of(others)).collect(Collectors.toUnmodifiableSet());
    }

    int count() {
        return names.size();
    }

    /** Place of the first axis of a type, or −1. */
    int placeOfType(String type) {
        return types.indexOf(type);
    }

    /** Checks the axes of a multiscale; empty, and reported, when there is no list of them, or one of an absurd length. */
    static Optional<Axes> check(Element multiscale) {
        Element list = multiscale.required("axes").in(Section.AXES);
        if (!list.isList(0)) {
            return Optional.empty();
        }
        int size = list.node().size();
        if (size < FEWEST || size > MOST) {
            list.in(Section.MULTISCALES)
                    .report(Rule.AXES, "there are " + size + " axes; 2 to 5 are allowed", "Name 2 to 5 axes");
        }
        if (size > 100) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (Element axis : list.items()) {
            names.add(axis.isObject() ? axis.required("name").text().orElse("") : "");
            types.add(type(axis));
            checkUnit(axis);
        }
        Axes axes = new Axes(List.copyOf(names), List.copyOf(types));
        axes.checkUnique(list);
        axes.checkTypes(list.in(Section.MULTISCALES));
        return Optional.of(axes);
    }

    private static String type(Element axis) {
        Element type = axis.get("type");
        if (axis.node().isObject() && !type.exists()) {
            axis.report(
                    Rule.AXIS_TYPE,
                    "the axis has no type and is taken for one of a custom type",
                    "Add the type \"space\", \"time\" or \"channel\"");
        }
        return type.text().orElse("");
    }

    private static void checkUnit(Element axis) {
        Element unit = axis.get("unit");
        String type = axis.get("type").node().asText();
        Optional<String> text = unit.text();
        Set<String> known = type.equals("space") ? LENGTHS : type.equals("time") ? TIMES : null;
        if (text.isPresent() && known != null && !known.contains(text.get())) {
            unit.report(
                    Rule.AXIS_UNIT,
                    unit.shown() + " is no unit that the specification lists for an axis of " + type,
                    type.equals("space") ? "Write for example \"micrometer\"" : "Write for example \"second\"");
        }
    }

    private void checkUnique(Element list) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                list.report(
                        Rule.NOT_UNIQUE,
                        "two axes have the name " + Element.quoted(name),
                        "Give each axis a name of its own");
            }
        }
    }

    private void checkTypes(Element list) {
        int space = (int) types.stream().filter("space"::equals).count();
        long time = types.stream().filter("time"::equals).count();
        long others = count() - space - time;
        if (space < 2 || space > 3) {
            list.report(
                    Rule.AXES,
                    space + " axes have the type \"space\"; 2 or 3 are needed",
                    "Give the type \"space\" to z, y and x");
        }
        if (time > 1 || others > 1) {
            list.report(
                    Rule.AXES,
                    time + " axes of time and " + others + " of channels or a custom type; one of each is allowed",
                    "Save one image for each further axis");
        }
        checkOrder(list);
        warnOfOrderInSpace(list, String.join("", names.subList(count() - space, count())));
    }

    private void checkOrder(Element list) {
        for (int i = 1; i < count(); i++) {
            if (rank(types.get(i)) < rank(types.get(i - 1))) {
                list.report(
                        Rule.AXES,
                        "axis " + Element.quoted(names.get(i)) + " stands behind " + Element.quoted(names.get(i - 1))
                                + "; time comes first, then a channel or custom axis, then space",
                        "Transpose the arrays and order the axes likewise");
            }
        }
    }

    private static void warnOfOrderInSpace(Element list, String inSpace) {
        if (Set.of("xyz", "xzy", "yxz", "yzx", "zxy").contains(inSpace)) {
            list.report(
                    Rule.AXIS_ORDER,
                    "the axes of space are " + inSpace + "; for a stack of planes zyx is advised",
                    "Transpose the arrays unless the volume has no planes");
        }
    }

    private static int rank(String type) {
        return type.equals("time") ? 0 : type.equals("space") ? 2 : 1;
    }
}
