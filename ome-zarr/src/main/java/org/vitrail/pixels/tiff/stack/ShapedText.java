package org.vitrail.pixels.tiff.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vitrail.pixels.tiff.stack.StackAxes.Axis;

/**
 * What tifffile writes into the ImageDescription: {@code {"shape": [7, 2, 30, 40], "axes": "TCYX"}}, often without the axes. It stores three
 * or four planes that follow each other as samples of one page, whatever their axis is called.
 */
final class ShapedText {

    static final int MOST_CHARACTERS = 1 << 20;

    private ShapedText() {}

    static boolean looksLike(String description) {
        String start = description.stripLeading();
        return start.startsWith("{") && start.contains("\"shape\"") && start.length() <= MOST_CHARACTERS;
    }

    /**
     * The axes; null when the text names none, or others than the pages are.
     *
     * @param pages their number
     * @param samples of each
     * @param chunky true when a pixel's samples stand side by side
     */
    static PageAxes axes(String description, int pages, int samples, boolean chunky) {
        if (!looksLike(description)) {
            return null;
        }
        try {
            JsonNode json = new ObjectMapper().readTree(description);
            String letters = json.path("axes").asText().toLowerCase(Locale.ROOT);
            JsonNode shape = json.path("shape");
            int inPage = samples > 1 ? 3 : 2;
            boolean fits = shape.isArray()
                    && shape.size() >= inPage
                    && (letters.isEmpty() || shape.size() == letters.length())
                    && IntStream.range(0, shape.size())
                            .allMatch(i -> shape.get(i).asInt() >= 1);
            int samplesAt = samples == 1 ? -1 : shape.size() - (chunky ? 1 : 3);
            return fits ? axes(letters, shape, pages, samples, samplesAt) : null;
        } catch (JsonProcessingException otherText) {
            return null;
        }
    }

    /** @param samplesAt place of the samples' axis, or −1 */
    private static PageAxes axes(String letters, JsonNode shape, int pages, int samples, int samplesAt) {
        List<Axis> found = new ArrayList<>();
        long planes = 1;
        StringBuilder inPage = new StringBuilder();
        for (int i = 0; i < shape.size() && planes <= pages; i++) {
            int size = shape.get(i).asInt();
            Character letter = letters.isEmpty() ? null : letters.charAt(i);
            if (i >= shape.size() - (samplesAt < 0 ? 2 : 3)) {
                inPage.append(i == samplesAt ? "" : letter);
            } else {
                planes *= size;
                addLongerThanOne(found, new Axis(letter, size));
            }
        }
        if (planes != pages
                && samples == 1
                && shape.size() > 2
                && shape.get(shape.size() - 1).asInt() == 1) {
            return withoutLast(letters, shape, pages);
        }
        boolean named = letters.isEmpty() || inPage.toString().equals("yx");
        if (planes != pages || !named || samplesAt >= 0 && shape.get(samplesAt).asInt() != samples) {
            return null;
        }
        if (samplesAt < 0) {
            return distinct(new PageAxes(found, null, false));
        }
        char name = letters.isEmpty() ? StackAxes.SAMPLES : letters.charAt(samplesAt);
        return distinct(new PageAxes(found, new Axis(name, samples), samplesAt == shape.size() - 3));
    }

    /**
     * How many pages there would be where tifffile was told to write but the first ({@code truncate}), and let the planes of all follow
     * it; 0 where it was not.
     *
     * @param samples of the page
     */
    static int truncated(String description, int samples) {
        if (!looksLike(description)) {
            return 0;
        }
        try {
            JsonNode json = new ObjectMapper().readTree(description);
            JsonNode shape = json.path("shape");
            long pages = 1;
            for (int i = 0; i < shape.size() - (samples > 1 ? 3 : 2) && pages < Integer.MAX_VALUE; i++) {
                pages *= Math.max(1, shape.get(i).asInt());
            }
            return json.path("truncated").asBoolean() ? (int) Math.min(Integer.MAX_VALUE, pages) : 0;
        } catch (JsonProcessingException otherText) {
            return 0;
        }
    }

    /** One sample a page may be counted behind the columns. */
    private static PageAxes withoutLast(String letters, JsonNode shape, int pages) {
        ArrayNode shorter = shape.deepCopy();
        shorter.remove(shape.size() - 1);
        return axes(letters.isEmpty() ? "" : letters.substring(0, shorter.size()), shorter, pages, 1, -1);
    }

    private static void addLongerThanOne(List<Axis> axes, Axis axis) {
        if (axis.size() > 1) {
            axes.add(axis);
        }
    }

    private static PageAxes distinct(PageAxes axes) {
        List<Character> names =
                axes.all().stream().map(Axis::name).filter(name -> name != null).toList();
        return names.stream().distinct().count() == names.size() ? axes : null;
    }
}
