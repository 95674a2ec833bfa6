package org.vitrail.omezarr.validation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Rules of the {@code image-label} block. OME-NGFF 0.5 §labels, 0.4 §image-label. */
final class LabelRules {

    private final Groups groups;

    LabelRules(Groups groups) {
        this.groups = groups;
    }

    /** Checks the block of a label image's group, where there is one. */
    void check(Group group) {
        Element block = group.ome().get("image-label").in(Section.IMAGE_LABEL);
        if (!block.isObject()) {
            return;
        }
        groups.checkBlockVersion(block);
        block.recommend("colors");
        Element colors = block.get("colors");
        if (checkValues(colors)) {
            colors.items().forEach(LabelRules::checkColor);
        }
        checkValues(block.get("properties"));
        Element source = block.get("source");
        if (source.isObject() && source.get("image").exists()) {
            checkSource(source.get("image"), group.path());
        }
    }

    /** True when there is a list. */
    private static boolean checkValues(Element list) {
        if (!list.isList(1)) {
            return false;
        }
        Set<Long> seen = new HashSet<>();
        for (Element entry : list.items()) {
            if (!entry.isObject()) {
                continue;
            }
            Element value = entry.required("label-value");
            value.whole(Long.MIN_VALUE).ifPresent(number -> {
                if (!seen.add(number)) {
                    value.report(
                            Rule.NOT_UNIQUE,
                            "label-value " + number + " stands twice",
                            "Keep one entry for each value; of several, programs take the last");
                }
            });
        }
        return true;
    }

    private static void checkColor(Element entry) {
        Element rgba = entry.get("rgba");
        if (!rgba.isList(4)) {
            return;
        }
        if (rgba.node().size() > 4) {
            rgba.report(Rule.OUT_OF_RANGE, "it has " + rgba.node().size() + " numbers; 4 are needed", "Keep 4");
        }
        for (Element number : rgba.items()) {
            number.whole(0).ifPresent(value -> {
                if (value > 255) {
                    number.report(
                            Rule.OUT_OF_RANGE, "it is " + value + "; at most 255 is allowed", "Correct the number");
                }
            });
        }
    }

    /** The one path that may lead upwards; what lies outside of what is validated is not followed. */
    private void checkSource(Element image, String path) {
        String text = image.text().orElse(null);
        if (text == null) {
            return;
        }
        boolean absolute = text.startsWith("/") || text.contains(":") || text.contains("\\");
        Optional<String> target = absolute ? Optional.empty() : resolved(path, text);
        if (target.isEmpty()) {
            boolean above = !absolute && path.isEmpty();
            if (!above) {
                image.report(
                        Rule.UNSAFE_PATH,
                        image.shown() + " is no relative path inside this hierarchy; it was not followed",
                        "Give the relative path to the image, usually \"../../\"");
            }
            return;
        }
        boolean there = groups.find(target.get())
                .filter(found -> found.has("multiscales"))
                .isPresent();
        if (!there) {
            image.report(
                    Rule.LABEL_SOURCE,
                    "there is no image at " + image.shown() + ", which is \"" + target.get() + "\" from the root",
                    "Give the relative path to the image, usually \"../../\"");
        }
    }

    /** Path from the root; empty when it leads above it or is not plain. */
    private static Optional<String> resolved(String base, String relative) {
        Deque<String> segments = new ArrayDeque<>(base.isEmpty() ? Set.of() : Arrays.asList(base.split("/")));
        if (relative.length() > 1000 || relative.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        for (String segment : relative.split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }
}
