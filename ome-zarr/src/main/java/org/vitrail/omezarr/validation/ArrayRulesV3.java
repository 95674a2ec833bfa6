package org.vitrail.omezarr.validation;

import static org.vitrail.omezarr.validation.ArrayRules.bad;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules of an array's {@code zarr.json}. Zarr v3 core §array-metadata. */
final class ArrayRulesV3 {

    private static final Set<String> KNOWN_KEYS = Set.of(
            "zarr_format",
            "node_type",
            "shape",
            "data_type",
            "chunk_grid",
            "chunk_key_encoding",
            "fill_value",
            "codecs",
            "attributes",
            "storage_transformers",
            "dimension_names",
            "consolidated_metadata");

    private static final String COMMON_TYPES = "bool|u?int(8|16|32|64)|float(32|64)";

    private final Element root;

    ArrayRulesV3(Element root) {
        this.root = root;
    }

    ArrayInfo check(String path, byte[] document) {
        requireFormat();
        long[] shape = ArrayRules.lengths(root.required("shape"), 0);
        ArrayRules.warnOfEmptiness(root.get("shape"), shape);
        String type = type();
        long[] chunk = chunkShape(shape);
        checkKeyEncoding();
        ArrayRules.checkFillValue(root.required("fill_value"), type, false);
        new CodecRules(type, shape == null ? chunk == null ? -1 : chunk.length : shape.length)
                .check(root.required("codecs").in(Section.ZARR_CODECS), chunk);
        warnOfExtensions();
        return new ArrayInfo(path, root, document, shape, type, dimensionNames(shape));
    }

    private void requireFormat() {
        Element format = root.required("zarr_format");
        Element node = root.required("node_type");
        if (format.exists() && !ArrayRules.isNumber(format, 3)
                || node.exists() && !node.node().asText().equals("array")) {
            bad(
                    root,
                    "zarr_format is " + format.shown() + " and node_type is " + node.shown()
                            + "; 3 and \"array\" are needed",
                    "Make it an array of Zarr v3");
        }
    }

    /** Empty when it is wrong. */
    private String type() {
        Element type = root.required("data_type");
        if (type.node().isObject()) {
            String name = type.required("name").text().orElse("");
            type.report(
                    Rule.UNCOMMON,
                    "few programs can read samples of the type " + Element.quoted(name),
                    "Save whole numbers of 1 to 8 bytes, or floats of 4 or 8");
            return name;
        }
        String name = type.text().orElse("");
        if (!name.isEmpty() && !name.matches(COMMON_TYPES)) {
            type.report(
                    Rule.UNCOMMON,
                    "few programs can read samples of the type " + type.shown(),
                    "Save whole numbers of 1 to 8 bytes, or floats of 4 or 8");
        }
        return name;
    }

    private long[] chunkShape(long[] shape) {
        Element grid = root.required("chunk_grid");
        if (!grid.isObject()) {
            return null;
        }
        Element name = grid.required("name");
        if (name.text().filter(text -> !text.equals("regular")).isPresent()) {
            name.report(Rule.UNCOMMON, "few programs know the chunk grid " + name.shown(), "Use a regular grid");
            return null;
        }
        Element configuration = grid.required("configuration");
        if (!configuration.isObject()) {
            return null;
        }
        Element chunks = configuration.required("chunk_shape");
        long[] chunk = ArrayRules.lengths(chunks, 1);
        ArrayRules.requireSameDimensions(chunks, shape, chunk);
        return chunk;
    }

    private void checkKeyEncoding() {
        Element encoding = root.required("chunk_key_encoding");
        // Zarr v3.1 §extension-definition: a name alone stands for an object without configuration
        Element name = encoding.node().isTextual() ? encoding : encoding.get("name");
        if (!encoding.node().isTextual() && encoding.isObject()) {
            encoding.required("name");
        }
        if (name.text().filter(text -> !Set.of("default", "v2").contains(text)).isPresent()) {
            name.report(Rule.UNCOMMON, "few programs know the encoding of keys " + name.shown(), "Use \"default\"");
        }
        Element separator = encoding.get("configuration").get("separator");
        if (separator.exists() && !Set.of("/", ".").contains(separator.node().asText())) {
            bad(separator, "the separator is " + separator.shown() + "; \"/\" or \".\" is needed", "Use \"/\"");
        }
    }

    /** Null where there are none, or where they are wrong. */
    private List<String> dimensionNames(long[] shape) {
        Element names = root.get("dimension_names");
        if (!names.exists() || !names.isList(0)) {
            return null;
        }
        if (shape != null && names.node().size() != shape.length) {
            bad(
                    names,
                    "there are " + names.node().size() + " names for " + shape.length + " dimensions",
                    "Name each dimension, or none");
            return null;
        }
        List<String> found = new ArrayList<>();
        for (Element name : names.items()) {
            found.add(name.node().isNull() ? "" : name.text().orElse(""));
        }
        return List.copyOf(found);
    }

    private void warnOfExtensions() {
        root.node().properties().forEach(field -> {
            boolean optional = field.getValue().path("must_understand").isBoolean()
                    && !field.getValue().path("must_understand").booleanValue();
            if (!KNOWN_KEYS.contains(field.getKey()) && !optional) {
                root.get(field.getKey())
                        .report(
                                Rule.UNCOMMON,
                                "programs that do not know the extension " + Element.quoted(field.getKey())
                                        + " must refuse the array",
                                "Leave it out, or give it \"must_understand\": false");
            }
        });
        if (!root.get("storage_transformers").node().isEmpty()) {
            root.get("storage_transformers")
                    .report(Rule.UNCOMMON, "few programs know storage transformers", "Save the array without them");
        }
    }
}
