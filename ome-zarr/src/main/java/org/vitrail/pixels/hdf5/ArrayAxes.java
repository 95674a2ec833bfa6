package org.vitrail.pixels.hdf5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.vitrail.pixels.UnsupportedImage;

/** What the axes of an array are: as the file says ({@code axistags} of vigra and ilastik, {@code DIMENSION_LABELS}), as the caller says, or by their number. */
final class ArrayAxes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ArrayAxes() {}

    /**
     * One letter of {@code tczyx} for each axis.
     *
     * @param hint of the caller, or null; in any order
     * @throws UnsupportedImage when they are not known, or others than t, c, z, y and x
     */
    static String of(String where, Attributes attributes, int rank, String hint) {
        String said = said(attributes);
        String axes = said != null ? said : hint != null ? hint : rank == 2 ? "yx" : rank == 3 ? "zyx" : null;
        if (axes == null) {
            throw new UnsupportedImage(
                    "%s has %d axes without names. Name them with axes, e.g. %s, or write axistags or DIMENSION_LABELS into the file."
                            .formatted(where, rank, "tczyx".substring(Math.max(0, 5 - rank))));
        }
        boolean known = axes.length() == rank
                && axes.chars().allMatch(letter -> "tczyx".indexOf(letter) >= 0)
                && axes.chars().distinct().count() == rank
                && axes.contains("y")
                && axes.contains("x");
        if (!known) {
            throw new UnsupportedImage(
                    "%s has %d axes, which are said to be \"%s\". Arrays of y, x and any of t, c, z, once each, are read; mend the names."
                            .formatted(where, rank, axes));
        }
        return axes;
    }

    private static String said(Attributes attributes) {
        String tags = attributes.text("axistags");
        if (tags != null) {
            return keys(tags);
        }
        List<String> labels = attributes.texts("DIMENSION_LABELS");
        boolean all = !labels.isEmpty() && labels.stream().noneMatch(String::isBlank);
        return all ? letters(labels) : null;
    }

    private static String letters(List<String> names) {
        StringBuilder letters = new StringBuilder();
        for (String name : names) {
            letters.append(
                    switch (name.strip().toLowerCase(Locale.ROOT)) {
                        case "time" -> "t";
                        case "channel" -> "c";
                        default -> name.strip().toLowerCase(Locale.ROOT);
                    });
        }
        return letters.toString();
    }

    private static String keys(String tags) {
        try {
            StringBuilder keys = new StringBuilder();
            for (JsonNode axis : JSON.readTree(tags).path("axes")) {
                keys.append(axis.path("key").asText());
            }
            return keys.isEmpty() ? null : keys.toString();
        } catch (JsonProcessingException broken) {
            return null;
        }
    }
}
