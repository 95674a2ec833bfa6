package org.vitrail.omezarr.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of {@code multiscales}, as far as it is sound. OME-NGFF 0.4 and 0.5 §multiscales.
 *
 * @param place where it stands
 * @param axes null when they are wrong
 * @param levels those with a path
 * @param listed number of entries of {@code datasets}
 */
record Multiscale(Element place, Axes axes, List<Level> levels, int listed) {

    /** More levels than any length has bits. */
    private static final int MOST_LEVELS = 64;

    private static final int MOST_MULTISCALES = 64;

    /**
     * One entry of {@code datasets}.
     *
     * @param place where it stands
     * @param path of the array below the image's group, as it was written
     * @param scale factor along each axis, null when it is wrong
     */
    record Level(Element place, String path, double[] scale) {}

    /** Checks all multiscales of an image's group. */
    static List<Multiscale> check(Group group, Groups groups) {
        Element list = group.required("multiscales", Section.MULTISCALES);
        List<Multiscale> found = new ArrayList<>();
        if (!list.isList(1)) {
            return found;
        }
        Set<Object> different = new HashSet<>();
        for (Element multiscale : list.items()) {
            if (found.size() == MOST_MULTISCALES) {
                leftOut(list, MOST_MULTISCALES);
                break;
            }
            if (!different.add(multiscale.node())) {
                multiscale.report(Rule.NOT_UNIQUE, "the same multiscale image stands twice", "Remove one of them");
            }
            if (multiscale.isObject()) {
                found.add(checkOne(multiscale, groups));
            }
        }
        return found;
    }

    private static Multiscale checkOne(Element multiscale, Groups groups) {
        Optional<Axes> axes = Axes.check(multiscale);
        int count = axes.map(Axes::count).orElse(-1);
        List<Level> levels = new ArrayList<>();
        Element datasets = multiscale.required("datasets");
        if (datasets.isList(1)) {
            for (Element dataset : datasets.items()) {
                if (levels.size() == MOST_LEVELS) {
                    leftOut(datasets, MOST_LEVELS);
                    break;
                }
                checkDataset(dataset, count).ifPresent(levels::add);
            }
        }
        Element common = multiscale.get("coordinateTransformations");
        if (common.exists()) {
            Transformations.check(common, count);
        }
        checkDescription(multiscale, groups);
        return new Multiscale(
                multiscale,
                axes.orElse(null),
                List.copyOf(levels),
                datasets.node().size());
    }

    private static Optional<Level> checkDataset(Element dataset, int axes) {
        if (!dataset.isObject()) {
            return Optional.empty();
        }
        Element transformations = dataset.required("coordinateTransformations");
        double[] scale = Transformations.check(transformations, axes).orElse(null);
        Optional<String> path = dataset.required("path").text();
        return path.map(text -> new Level(dataset, text, scale));
    }

    private static void checkDescription(Element multiscale, Groups groups) {
        groups.checkBlockVersion(multiscale);
        multiscale.recommend("name");
        multiscale.recommend("type");
        multiscale.recommend("metadata");
        multiscale.get("name").text();
        multiscale.get("type").text();
    }

    private static void leftOut(Element list, int most) {
        list.report(
                Rule.LEFT_OUT,
                "of " + list.node().size() + " entries " + most + " were looked at",
                "Check that so many are meant");
    }
}
