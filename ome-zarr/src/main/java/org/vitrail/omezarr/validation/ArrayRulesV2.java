package org.vitrail.omezarr.validation;

import static org.vitrail.omezarr.validation.ArrayRules.bad;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Rules of a {@code .zarray}. Zarr v2 §arrays; OME-NGFF 0.4 §images. */
final class ArrayRulesV2 {

    private static final Set<String> COMMON_CODECS = Set.of("blosc", "zlib", "gzip", "lz4", "zstd");

    private final Element root;

    ArrayRulesV2(Element root) {
        this.root = root;
    }

    ArrayInfo check(String path, byte[] document) {
        requireFormat();
        long[] shape = ArrayRules.lengths(root.required("shape"), 0);
        ArrayRules.warnOfEmptiness(root.get("shape"), shape);
        Element chunks = root.required("chunks");
        ArrayRules.requireSameDimensions(chunks, shape, ArrayRules.lengths(chunks, 1));
        String type = type();
        checkOrder();
        checkCodecs();
        checkSeparator();
        ArrayRules.checkFillValue(root.required("fill_value"), numpyName(type), true);
        return new ArrayInfo(path, root, document, shape, type, null);
    }

    private void requireFormat() {
        Element format = root.required("zarr_format");
        if (format.exists() && !ArrayRules.isNumber(format, 2)) {
            bad(format, "zarr_format is " + format.shown() + "; 2 is needed", "Make it an array of Zarr v2");
        }
    }

    /** Kind and bytes, e.g. {@code u2}; empty when it is wrong. */
    private String type() {
        Element type = root.required("dtype");
        if (type.node().isArray()) {
            type.report(Rule.UNCOMMON, "samples are structures", "Save one array for each of their fields");
            return "";
        }
        String text = type.text().orElse("");
        if (text.isEmpty()) {
            return "";
        }
        if (!text.matches("[<>|][biufcmMSUV][0-9]{1,9}(\\[[a-z0-9]{1,9}])?")) {
            bad(type, type.shown() + " is no type of numpy, such as \"<u2\"", "Write the array again");
            return "";
        }
        if (!text.matches("\\|b1|[<>|][iu]1|[<>]([iu][248]|f[248])")) {
            type.report(
                    Rule.UNCOMMON,
                    "few programs can read samples of the type " + type.shown(),
                    "Save whole numbers of 1 to 8 bytes, or floats of 4 or 8");
        }
        return text.substring(1);
    }

    /** {@code uint16} for {@code u2}; other types, such as texts, as they are. */
    private static String numpyName(String type) {
        if (!type.matches("b1|[iuf][1248]")) {
            return type;
        }
        int bits = 8 * (type.charAt(1) - '0');
        return switch (type.charAt(0)) {
            case 'b' -> "bool";
            case 'u' -> "uint" + bits;
            case 'i' -> "int" + bits;
            default -> "float" + bits;
        };
    }

    private void checkOrder() {
        Element order = root.required("order");
        if (order.exists()
                && !order.node().asText().equals("C")
                && !order.node().asText().equals("F")) {
            bad(order, "order is " + order.shown() + "; \"C\" or \"F\" is needed", "Correct the order");
        }
    }

    private void checkCodecs() {
        Element compressor = root.required("compressor");
        if (compressor.exists() && !compressor.node().isNull() && compressor.isObject()) {
            warnUnlessCommon(compressor.required("id"));
        }
        Element filters = root.required("filters");
        if (filters.exists() && !filters.node().isNull() && filters.isList(1)) {
            for (Element filter : filters.items()) {
                if (filter.isObject()) {
                    warnUnlessCommon(filter.required("id"));
                }
            }
        }
    }

    private static void warnUnlessCommon(Element id) {
        if (id.text().filter(text -> !COMMON_CODECS.contains(text)).isPresent()) {
            id.report(
                    Rule.UNCOMMON,
                    "few programs know the codec " + id.shown(),
                    "Save with blosc, zlib, gzip, lz4 or zstd and without filters");
        }
    }

    private void checkSeparator() {
        Element separator = root.get("dimension_separator").in(Section.IMAGES);
        JsonNode node = separator.node();
        if (!node.isTextual() || !node.textValue().equals("/")) {
            separator.report(
                    Rule.DIMENSION_SEPARATOR,
                    separator.exists()
                            ? "dimension_separator is " + separator.shown() + "; \"/\" is needed"
                            : "dimension_separator is missing, which means \".\"; \"/\" is needed",
                    "Store chunks in nested folders, and say so");
        }
    }
}
