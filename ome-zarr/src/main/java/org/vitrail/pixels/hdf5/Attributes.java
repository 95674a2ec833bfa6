package org.vitrail.pixels.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Small attributes of a group or data set as texts and numbers; large ones are passed over.
 *
 * @param values by name; of a composed attribute the values of all members
 * @param composed names of the members of those that have such
 */
record Attributes(Map<String, List<Object>> values, Map<String, List<String>> composed) {

    /** Of a node without attributes. */
    static final Attributes NONE = new Attributes(Map.of(), Map.of());

    private static final int MOST_VALUES = 1 << 16;

    /** Reads them all. @param where for messages */
    static Attributes of(Hdf5File file, Node node, String where) {
        Map<String, List<Object>> values = new TreeMap<>();
        Map<String, List<String>> composed = new TreeMap<>();
        Map<String, Attribute> attributes = file.guard(where, node::getAttributes);
        attributes.forEach((name, attribute) -> {
            if (file.guard(where, () -> isSmall(attribute))) {
                Object data = file.guard(where + ", attribute " + name, attribute::getData);
                List<Object> flat = new ArrayList<>();
                flatten(data, flat);
                if (attribute.getDataType() instanceof CompoundDataType type) {
                    composed.put(
                            name,
                            type.getMembers().stream()
                                    .map(member -> member.getName())
                                    .toList());
                }
                values.put(name, flat);
            }
        });
        return new Attributes(values, composed);
    }

    /** What jhdf allocates for it, it takes from the file's numbers, so they are held against the bytes that are there. */
    private static boolean isSmall(Attribute attribute) {
        DataType type = attribute.getDataType();
        boolean simple = type instanceof StringData
                || type instanceof CompoundDataType
                || type instanceof FixedPoint
                || type instanceof FloatingPoint
                || type instanceof VariableLength text && text.isVariableLengthString();
        if (!simple || attribute.isEmpty()) {
            return false;
        }
        long count = 1;
        for (long length : attribute.getDimensionsAsLong()) {
            if (length < 0 || length > MOST_VALUES) {
                return false;
            }
            count *= length;
            if (count > MOST_VALUES) {
                return false;
            }
        }
        return count > 0 && count * type.getSize() <= attribute.getBuffer().remaining();
    }

    private static void flatten(Object data, List<Object> into) {
        if (data == null) {
            return;
        }
        if (data instanceof Map<?, ?> members) {
            members.values().forEach(value -> flatten(value, into));
            return;
        }
        if (!data.getClass().isArray()) {
            into.add(data);
            return;
        }
        for (int i = 0; i < Array.getLength(data); i++) {
            flatten(Array.get(data, i), into);
        }
    }

    /** The text, or null; Imaris stores texts as arrays of single characters, which are joined. */
    String text(String name) {
        List<Object> found = values.get(name);
        if (found == null || found.stream().anyMatch(value -> !(value instanceof String))) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        found.forEach(value -> text.append(value));
        return text.toString().replace("\0", "").strip();
    }

    /** The texts one by one; empty when there are none. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The numbers; empty when there are none. */
    List<Double> numbers(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .toList();
    }

    /** A number that is written as text, or NaN. */
    double number(String name) {
        String text = text(name);
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
