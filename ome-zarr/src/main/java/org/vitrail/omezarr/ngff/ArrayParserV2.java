package org.vitrail.omezarr.ngff;

import static org.vitrail.omezarr.ngff.ArrayParser.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.pixels.PixelType;

/** Takes a {@code .zarray} apart, with the same bounds as {@link ArrayParser}. Zarr v2 §arrays. */
final class ArrayParserV2 {

    private final JsonNode node;

    ArrayParserV2(JsonNode node) {
        this.node = node;
    }

    ArrayMetadata parse() {
        require(ArrayParser.isNumber(node.path("zarr_format"), 2), "zarr_format is not 2");
        long[] shape = ArrayParser.shape(node.path("shape"));
        String name = node.path("dtype").asText();
        PixelType type = type(name);
        int[] chunk = ArrayParser.chunkShape("chunks", node.path("chunks"), shape.length);
        ArrayParser.requireModest(chunk, type);
        requireNoFilters();
        String separator = node.path("dimension_separator").asText(".");
        require(separator.equals("/") || separator.equals("."), "dimension_separator is \"" + separator + "\"");
        CodecChain chain = CodecChain.ofVersion2(node.path("compressor"), name.startsWith(">"), type.bytes());
        byte[] fill = FillValue.bytes(node.path("fill_value"), name.charAt(1) == 'b' ? "bool" : type.numpyName(), true);
        return new ArrayMetadata(
                shape, type, chunk, chunk, false, false, chain, fill, separator, true, List.of(), order(shape.length));
    }

    /** numpy's short names: byte order, kind, bytes. A boolean is read as uint8 with the values 0 and 1. */
    private static PixelType type(String name) {
        require(name.matches("[<>|][uifb][1248]"), "dtype \"" + name + "\" is not supported");
        require(!name.startsWith("|") || name.endsWith("1"), "dtype \"" + name + "\" has no byte order");
        int bits = 8 * (name.charAt(2) - '0');
        return switch (name.charAt(1)) {
            case 'u' -> PixelType.ofNumpyName("uint" + bits);
            case 'i' -> PixelType.ofNumpyName("int" + bits);
            case 'f' -> PixelType.ofNumpyName("float" + bits);
            default -> {
                require(bits == 8, "dtype \"" + name + "\" is not supported");
                yield PixelType.UINT8;
            }
        };
    }

    private void requireNoFilters() {
        JsonNode filters = node.path("filters");
        require(
                filters.isEmpty(),
                "filter \"" + filters.path(0).path("id").asText()
                        + "\" is not supported; save the array without filters");
    }

    private int[] order(int axes) {
        String order = node.path("order").asText("C");
        require(order.equals("C") || order.equals("F"), "order is \"" + order + "\"");
        int[] stored = new int[axes];
        Arrays.setAll(stored, i -> order.equals("C") ? i : axes - 1 - i);
        return stored;
    }
}
