package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Order of a list of codecs: first those from array to array, then one that makes bytes of the array, then those from bytes to bytes.
 * Zarr v3 core §codecs.
 */
public final class CodecOrder {

    private static final Set<String> OF_ARRAYS = Set.of("transpose");
    private static final Set<String> TO_BYTES = Set.of("bytes", "sharding_indexed");
    private static final Set<String> OF_BYTES = Set.of("blosc", "gzip", "zstd", "crc32c");
    private static final int LONGEST_SHOWN = 20;
    private static final int LONGEST_NAME = 100;

    private CodecOrder() {}

    /** A fault. @param codec its place in the list, −1 for the whole list; @param problem what it is, with the list */
    public record Fault(int codec, String problem) {}

    /** Name of one codec; empty where it has none. */
    static String name(JsonNode codec) {
        return codec.isTextual() ? codec.textValue() : codec.path("name").asText("");
    }

    /** The first fault in a list; empty when the order is right, also as far as unknown codecs may change it. */
    public static Optional<Fault> find(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(codec -> names.add(shortened(name(codec))));
        String before = null;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean unknown = !OF_ARRAYS.contains(name) && !TO_BYTES.contains(name) && !OF_BYTES.contains(name);
            if (unknown) {
                return Optional.empty();
            }
            String problem = problem(name, before);
            if (problem != null) {
                return Optional.of(new Fault(i, problem + "; the codecs are, in this order: " + shown(names)));
            }
            before = TO_BYTES.contains(name) ? name : before;
        }
        return before == null
                ? Optional.of(new Fault(-1, "no codec makes bytes of the array; the codecs are: " + shown(names)))
                : Optional.empty();
    }

    /** @param before codec that has made bytes of the array already, or null */
    private static String problem(String name, String before) {
        if (TO_BYTES.contains(name) && before != null) {
            return "\"" + name + "\" would make bytes of the array a second time, behind \"" + before + "\"";
        }
        if (OF_BYTES.contains(name) && before == null) {
            return "\"" + name + "\" takes bytes, and stands before the codec that makes them of the array";
        }
        return OF_ARRAYS.contains(name) && before != null
                ? "\"" + name + "\" takes the array, and stands behind \"" + before + "\", which makes bytes of it"
                : null;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private static String shown(List<String> names) {
        String all = String.join(", ", names.subList(0, Math.min(LONGEST_SHOWN, names.size())));
        return (all.isEmpty() ? "none" : all) + (names.size() > LONGEST_SHOWN ? ", …" : "");
    }
}
