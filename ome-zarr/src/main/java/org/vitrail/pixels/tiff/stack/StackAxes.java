package org.vitrail.pixels.tiff.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.UnreadableImage;

/**
 * Which axes the planes of a stack run along, the slowest first; the samples of a page are planes. Pages say nothing of it themselves: a description or the caller's
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

    /** Name of the axis that a page's samples make where nothing else is said: the channels of each channel. */
    static final char SAMPLES = 's';

    /** @param name t, c or z, {@link #SAMPLES} or another letter; null where nothing names it */
    record Axis(Character name, int size) {

        boolean isFurther() {
            return name != null && "tczs".indexOf(name) < 0;
        }
    }

    /**
     * Names the axes.
     *
     * @param found as the file has them
     * @param hint of {@code tczyx} (for pages of several samples also {@code yxc}), or null
     * @param subject what the message names
     * @throws UnreadableImage when the hint has another number of axes, or several axes have no name
     */
    static StackAxes named(PageAxes found, String hint, String subject) {
        if (hint == null || hint.isBlank()) {
            return unhinted(found, subject);
        }
        String all = hint.strip().toLowerCase(Locale.ROOT);
        boolean everyPlane = found.planes() && all.length() == found.all().size() + 2 && !all.endsWith("c");
        String letters = stackLetters(all, found.samples() != null && !everyPlane, hint, subject);
        List<Axis> asked = everyPlane ? found.all() : found.counted();
        if (asked.isEmpty()) {
            List<Axis> named = new ArrayList<>();
            letters.chars().forEach(c -> named.add(new Axis((char) c, 1)));
            return new StackAxes(withSamples(named, found.samples()));
        }
        if (letters.length() != asked.size()) {
            throw new UnreadableImage(
                    "%s: axes \"%s\" name %d axes beside y and x, but the file has %s. Give one letter for each."
                            .formatted(subject, hint, letters.length(), describe(asked)));
        }
        List<Axis> named = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            named.add(new Axis(letters.charAt(i), asked.get(i).size));
        }
        return new StackAxes(
                everyPlane || asked.size() > found.pages().size() ? named : withSamples(named, found.samples()));
    }

    private static List<Axis> withSamples(List<Axis> pages, Axis samples) {
        List<Axis> all = new ArrayList<>(pages);
        if (samples != null) {
            all.add(new Axis(SAMPLES, samples.size));
        }
        return all;
    }

    private static StackAxes unhinted(PageAxes found, String subject) {
        List<Axis> asked = found.counted();
        if (asked.size() == 1 && (asked.get(0).name == null || asked.get(0).isFurther())) {
            List<Axis> named = List.of(new Axis('z', asked.get(0).size));
            return new StackAxes(asked.size() > found.pages().size() ? named : withSamples(named, found.samples()));
        }
        if (asked.stream().anyMatch(axis -> axis.name == null)) {
            throw new UnreadableImage("%s has %s and does not say what they are. Give axes, for example tzyx."
                    .formatted(subject, describe(asked)));
        }
        return new StackAxes(found.all());
    }

    private static String stackLetters(String all, boolean rgb, String hint, String subject) {
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

    /** Letter of the axis that runs fastest, which that of a page's samples is; 0 without axes. */
    char samplesName() {
        return axes.isEmpty() ? 0 : axes.get(axes.size() - 1).name;
    }

    PixelShape shape(long height, long width) {
        return new PixelShape(size('t'), Math.multiplyExact(size('c'), size(SAMPLES)), size('z'), height, width);
    }

    /** Letters of the image, in the order {@code tczyx}. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        for (char name : new char[] {'t', 'c', 'z'}) {
            boolean named = axes.stream().anyMatch(axis -> axis.name == name) || name == 'c' && size(SAMPLES) > 1;
            letters.append(named ? String.valueOf(name) : "");
        }
        return letters.append("yx").toString();
    }

    /** Number of the plane in the stack, where each sample of a page is a plane. */
    long plane(int t, int c, int z) {
        long plane = 0;
        for (Axis axis : axes) {
            int index = switch (axis.name) {
                case 't' -> t;
                case 'z' -> z;
                case 'c' -> c / size(SAMPLES);
                case SAMPLES -> c % axis.size;
                default -> fixed.get(axis.name);
            };
            plane = plane * axis.size + index;
        }
        return plane;
    }
}
