package org.vitrail.pixels.tiff.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrail.pixels.tiff.stack.StackAxes.Axis;

/** What tifffile writes into the ImageDescription: {@code {"shape": [7, 2, 30, 40], "axes": "TCYX"}}, often without the axes. */
final class ShapedText {

    private static final int MOST_CHARACTERS = 1 << 20;

    private ShapedText() {}

    /** The axes that pages run along, without those of length 1; null when the text names none, or others than the pages are. */
    static List<Axis> axes(String description, int pages) {
        String start = description.stripLeading();
        if (!start.startsWith("{") || !start.contains("\"shape\"") || start.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            JsonNode json = new ObjectMapper().readTree(start);
            String letters = json.path("axes").asText().toLowerCase(Locale.ROOT);
            JsonNode shape = json.path("shape");
            if (shape.isArray() && letters.isEmpty()) {
                return unnamed(shape, pages);
            }
            return shape.isArray() && shape.size() == letters.length() ? axes(letters, shape, pages) : null;
        } catch (JsonProcessingException otherText) {
            return null;
        }
    }

    /** Axes without names; a page holds the last two, or three with its samples. */
    private static List<Axis> unnamed(JsonNode shape, int pages) {
        for (int inPage = 2; inPage <= 3; inPage++) {
            List<Axis> found = new ArrayList<>();
            long planes = 1;
            for (int i = 0; i < shape.size() - inPage && planes >= 1 && planes <= pages; i++) {
                int size = shape.get(i).asInt();
                planes *= size;
                if (size > 1) {
                    found.add(new Axis(null, size));
                }
            }
            if (planes == pages && shape.size() >= inPage) {
                return found;
            }
        }
        return null;
    }

    private static List<Axis> axes(String letters, JsonNode shape, int pages) {
        int inPage = letters.endsWith("yxs") || letters.endsWith("syx") ? 3 : letters.endsWith("yx") ? 2 : 0;
        List<Axis> found = new ArrayList<>();
        long planes = 1;
        for (int i = 0; inPage > 0 && i < letters.length() - inPage; i++) {
            int size = shape.get(i).asInt();
            if (size < 1 || planes > pages) {
                return null;
            }
            planes *= size;
            if (size > 1) {
                found.add(new Axis(letters.charAt(i), size));
            }
        }
        long distinct = found.stream().map(Axis::name).distinct().count();
        return inPage > 0 && planes == pages && distinct == found.size() ? found : null;
    }
}
