package org.vitrail.omezarr.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at an image: its metadata, the arrays of its levels, its rendering, its label images. */
final class ImageWalk {

    private static final int MOST_LABELS = 10_000;

    private final Documents documents;
    private final Groups groups;
    private final Findings findings;
    private final ArrayRules arrayRules;
    private final Seen seen;
    private long images;

    /** Is told what was found. */
    interface Seen {
        void image(Group group);

        void array(ArrayInfo array);
    }

    ImageWalk(Documents documents, Groups groups, Findings findings, Seen seen) {
        this.documents = documents;
        this.groups = groups;
        this.findings = findings;
        this.arrayRules = new ArrayRules(documents, findings);
        this.seen = seen;
    }

    /**
     * What a label image has to fit.
     *
     * @param axes null when they are wrong
     * @param full array of the highest resolution, or null
     * @param levels number of levels
     */
    private record Parent(Axes axes, ArrayInfo full, int levels) {}

    /** Number of images and label images so far. */
    long images() {
        return images;
    }

    /** An image, or a label image that is looked at by itself. */
    void image(Group group) {
        Parent parent = levels(group);
        if (group.has("image-label")) {
            label(group, parent, null);
        }
        checkLabels(group, parent);
    }

    /** Looks at all multiscales; tells of the first. */
    private Parent levels(Group group) {
        images++;
        seen.image(group);
        Parent first = null;
        for (Multiscale multiscale : Multiscale.check(group, groups)) {
            LevelAgreement agreement = new LevelAgreement(multiscale, findings.zarrV3());
            for (Multiscale.Level level : multiscale.levels()) {
                Element place = level.place().get("path");
                Documents.below(group.path(), level.path(), place)
                        .flatMap(path -> arrayRules.get(path, place))
                        .ifPresent(array -> {
                            agreement.add(level, array);
                            seen.array(array);
                        });
            }
            if (first == null) {
                first = new Parent(multiscale.axes(), agreement.first(), multiscale.listed());
            }
        }
        Parent found = first == null ? new Parent(null, null, 0) : first;
        Element omero = group.ome().get("omero").in(Section.OMERO);
        OmeroRules.check(omero, found.axes(), found.full(), findings.zarrV3());
        return found;
    }

    /** A group that lists label images and is looked at by itself. */
    void labelList(Group group) {
        checkList(group, null);
    }

    private void checkLabels(Group group, Parent parent) {
        groups.find(group.prefix() + "labels").ifPresent(list -> checkList(list, parent));
    }

    private void checkList(Group group, Parent parent) {
        Element list = group.required("labels", Section.LABELS);
        if (!list.isList(0)) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Element entry : list.items()) {
            if (documents.isExhausted() || names.size() >= MOST_LABELS) {
                entry.report(
                        Rule.LEFT_OUT,
                        "this label image and those behind were not looked at",
                        "Validate them by themselves");
                return;
            }
            entry.text()
                    .filter(name -> isNew(name, names, entry))
                    .flatMap(name -> Documents.below(group.path(), name, entry))
                    .flatMap(path -> groups.get(path, entry))
                    .ifPresent(label -> label(label, levels(label), parent));
        }
    }

    private static boolean isNew(String name, Set<String> names, Element entry) {
        boolean added = names.add(name);
        if (!added) {
            entry.report(Rule.NOT_UNIQUE, entry.shown() + " is listed twice", "List it once");
        }
        return added;
    }

    /** @param parent the image that it has to fit; null when it is looked at by itself */
    private void label(Group group, Parent own, Parent parent) {
        Element ome = group.ome().in(Section.IMAGE_LABEL);
        ome.recommend("image-label");
        new LabelRules(groups).check(group);
        if (own.full() != null && !own.full().type().isEmpty() && !own.full().isWhole()) {
            own.full()
                    .root()
                    .in(Section.LABELS)
                    .report(
                            Rule.LABEL_TYPE,
                            "the samples of a label image are " + own.full().type() + "; whole numbers are needed",
                            "Save it with whole numbers");
        }
        if (parent == null || parent.levels() == 0 || own.levels() == 0) {
            return;
        }
        if (own.levels() != parent.levels()) {
            ome.get("multiscales")
                    .report(
                            Rule.LABEL_LEVELS,
                            "the label image has " + own.levels() + " levels, its image " + parent.levels(),
                            "Save as many levels as the image has");
        }
        checkShape(ome, own, parent);
    }

    private static void checkShape(Element ome, Parent own, Parent parent) {
        if (!comparable(own) || !comparable(parent)) {
            return;
        }
        List<String> axes = parent.axes().names();
        for (int i = 0; i < own.axes().count(); i++) {
            int place = axes.indexOf(own.axes().names().get(i));
            long length = own.full().shape()[i];
            if (length != 1 && (place < 0 || length != parent.full().shape()[place])) {
                ome.get("multiscales")
                        .report(
                                Rule.LABEL_SHAPE,
                                "along axis "
                                        + Element.quoted(own.axes().names().get(i)) + " the label image has " + length
                                        + " samples, its image "
                                        + (place < 0 ? "none" : parent.full().shape()[place]),
                                "Check that it is the label image of this image");
            }
        }
    }

    private static boolean comparable(Parent image) {
        return image.axes() != null
                && image.full() != null
                && image.full().shape() != null
                && image.full().shape().length == image.axes().count();
    }
}
