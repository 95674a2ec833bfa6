package org.vitrail.pixels.hdf5;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One view of a BigDataViewer file.
 *
 * @param name of the image it belongs to, or null
 * @param channel its name, or null
 * @param micrometer spacing along x, y, z; empty when unknown
 * @param attributes ids of tile, angle, illumination, channel and whatever else the XML tells apart
 */
record ViewSetup(int id, String name, String channel, List<Double> micrometer, Map<String, String> attributes) {

    ViewSetup {
        micrometer = List.copyOf(micrometer);
        attributes = Map.copyOf(attributes);
    }

    static ViewSetup unknown(int id) {
        return new ViewSetup(id, null, null, List.of(), Map.of("setup", String.valueOf(id)));
    }

    /** Spacing in micrometer, or null. */
    Double size(int axis) {
        Double size = micrometer.size() == 3 ? micrometer.get(axis) : null;
        return size != null && size > 0 && Double.isFinite(size) ? size : null;
    }

    /** Puts setups together that differ in the channel only; in the order of their first. Setups that the XML does not know stay alone. */
    static List<List<ViewSetup>> groups(Map<Integer, ViewSetup> known, List<Integer> present) {
        Map<Map<String, String>, TreeMap<String, ViewSetup>> groups = new LinkedHashMap<>();
        for (int id : present) {
            ViewSetup setup = known.getOrDefault(id, unknown(id));
            Map<String, String> others = new TreeMap<>(setup.attributes);
            String channel = others.remove("channel");
            others.put("spacing", setup.micrometer.toString());
            String order = "%10s".formatted(channel == null ? "" : channel);
            if (groups.computeIfAbsent(others, absent -> new TreeMap<>()).putIfAbsent(order, setup) != null) {
                others.put("setup", String.valueOf(id));
                groups.put(others, new TreeMap<>(Map.of(order, setup)));
            }
        }
        List<List<ViewSetup>> all = new ArrayList<>();
        for (TreeMap<String, ViewSetup> group : groups.values()) {
            Collection<ViewSetup> setups = group.values();
            all.add(List.copyOf(setups));
        }
        return all;
    }
}
