package org.vitrail.pixels.tiff.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.UnreadableImage;

/**
 * Which axes the pages of a stack run along, the slowest first. Pages say nothing of it themselves: a description or the caller's
 * hint does; a single unnamed axis is z.
 */
final class StackAxes {

    private static final int MOST_IMAGES = 10_000;

    private final List<Axis> axes;
    private final Map<Character, Integer> fixed;

    private StackAxes(List<Axis> axes) {
        this(axes, Map.of());
    }

    private StackAxes(List<Axis> axes, Map<Character, Integer> fixed) {
        this.axes = List.copyOf(axes);
        this.fixed = Map.copyOf(fixed);
    }

    /** @param name t, c or z, or another letter; null where nothing names it */
    record Axis(Character name, int size) {

        boolean isFurther() {
            return name != null && "tcz".indexOf(name) < 0;
        }
    }

    /**
     * Names the axes.
     *
     * @param found as the file has them, without those of length 1
     * @param hint of {@code tczyx} (for RGB also {@code yxc}), or null
     * @param subject what the message names
     * @throws UnreadableImage when the hint has another number of axes, or several axes have no name
     */
    static StackAxes named(List<Axis> found, String hint, boolean rgb, String subject) {
        if (hint == null || hint.isBlank()) {
            return unhinted(found, subject);
        }
        String letters = stackLetters(hint, rgb, subject);
        if (found.isEmpty()) {
            return new StackAxes(
                    letters.chars().mapToObj(c -> new Axis((char) c, 1)).toList());
        }
        if (letters.length() != found.size()) {
            throw new UnreadableImage(
                    "%s: axes \"%s\" name %d axes beside y and x, but the file has %s. Give one letter for each."
                            .formatted(subject, hint, letters.length(), describe(found)));
        }
        List<Axis> named = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            named.add(new Axis(letters.charAt(i), found.get(i).size));
        }
        return new StackAxes(named);
    }

    private static StackAxes unhinted(List<Axis> found, String subject) {
        if (found.size() == 1 && (found.get(0).name == null || found.get(0).isFurther())) {
            return new StackAxes(List.of(new Axis('z', found.get(0).size)));
        }
        if (found.stream().anyMatch(axis -> axis.name == null)) {
            throw new UnreadableImage("%s has %s and does not say what they are. Give axes, for example tzyx."
                    .formatted(subject, describe(found)));
        }
        return new StackAxes(found);
    }

    private static String stackLetters(String hint, boolean rgb, String subject) {
        String all = hint.strip().toLowerCase(java.util.Locale.ROOT);
        String inPage = rgb && all.endsWith("yxc") ? "yxc" : rgb && all.endsWith("cyx") ? "cyx" : "yx";
        String letters = all.endsWith(inPage) ? all.substring(0, all.length() - inPage.length()) : "?";
        boolean distinct = letters.chars().distinct().count() == letters.length();
        if (!letters.matches("[tcz]*") || !distinct) {
            throw new UnreadableImage(
                    "%s: axes \"%s\" cannot be used. They end with yx, with t, c or z before, each once: for example tzyx."
                            .formatted(subject, hint));
        }
        return letters;
    }

    private static String describe(List<Axis> found) {
        if (found.isEmpty()) {
            return "one page";
        }
        return found.size()
                + (found.size() == 1 ? " stack axis of length " : " stack axes of lengths ")
                + String.join(
                        ", ",
                        found.stream().map(axis -> Integer.toString(axis.size)).toList());
    }

    /** One for each position of the axes that are none of t, c, z, the last of those running fastest; mostly this one alone. */
    List<StackAxes> images() {
        List<StackAxes> images = List.of(this);
        for (Axis axis : axes) {
            if (axis.isFurther()) {
                List<StackAxes> further = new ArrayList<>();
                for (StackAxes image : images) {
                    for (int i = 0; i < axis.size && further.size() <= MOST_IMAGES; i++) {
                        Map<Character, Integer> positions = new TreeMap<>(image.fixed);
                        positions.put(axis.name, i);
                        further.add(new StackAxes(axes, positions));
                    }
                }
                images = further;
            }
        }
        if (images.size() > MOST_IMAGES) {
            throw new IllegalArgumentException("more than " + MOST_IMAGES + " images");
        }
        return images;
    }

    /** What distinguishes the image from others of its stack, e.g. {@code q 2}; null when it is the only one. */
    String label() {
        List<String> labels = new ArrayList<>();
        for (Axis axis : axes) {
            if (fixed.containsKey(axis.name)) {
                labels.add(axis.name + " " + (fixed.get(axis.name) + 1));
            }
        }
        return labels.isEmpty() ? null : String.join(", ", labels);
    }

    int size(char name) {
        return axes.stream()
                .filter(axis -> axis.name == name)
                .mapToInt(Axis::size)
                .findFirst()
                .orElse(1);
    }

    PixelShape shape(int samples, long height, long width) {
        return new PixelShape(size('t'), Math.multiplyExact(size('c'), samples), size('z'), height, width);
    }

    /** Letters of the image, in the order {@code tczyx}. */
    String letters(int samples) {
        StringBuilder letters = new StringBuilder();
        for (char name : new char[] {'t', 'c', 'z'}) {
            boolean named = axes.stream().anyMatch(axis -> axis.name == name) || name == 'c' && samples > 1;
            letters.append(named ? String.valueOf(name) : "");
        }
        return letters.append("yx").toString();
    }

    /** Number of the plane in the stack. */
    long plane(int t, int c, int z) {
        long plane = 0;
        for (Axis axis : axes) {
            int index = axis.name == 't' ? t : axis.name == 'c' ? c : axis.name == 'z' ? z : fixed.get(axis.name);
            plane = plane * axis.size + index;
        }
        return plane;
    }
}
