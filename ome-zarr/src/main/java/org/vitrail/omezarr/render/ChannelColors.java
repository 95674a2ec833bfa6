package org.vitrail.omezarr.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Colors for channels that have none: white alone, red-green-blue for pictures, else six that tell apart. */
public final class ChannelColors {

    private static final List<String> DISTINCT = List.of("0000FF", "00FF00", "FF0000", "FF00FF", "00FFFF", "FFFF00");
    private static final List<String> RGB = List.of("FF0000", "00FF00", "0000FF");

    private ChannelColors() {}

    /** One for each channel. @param named by the file or the depositor, null where not; all white says nothing of several channels */
    public static List<String> of(List<String> named, boolean rgb) {
        boolean white = named.size() > 1 && named.stream().allMatch("FFFFFF"::equalsIgnoreCase);
        List<String> colors = new ArrayList<>();
        for (int c = 0; c < named.size(); c++) {
            String color = named.get(c);
            boolean usable = !white && color != null && color.matches("[0-9A-Fa-f]{6}");
            String chosen = rgb ? RGB.get(c % 3) : named.size() == 1 ? "FFFFFF" : DISTINCT.get(c % DISTINCT.size());
            colors.add(usable ? color.toUpperCase(Locale.ROOT) : chosen);
        }
        return colors;
    }
}
