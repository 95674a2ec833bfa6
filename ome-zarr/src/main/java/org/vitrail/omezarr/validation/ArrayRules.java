package org.vitrail.omezarr.validation;

import java.util.Optional;
import org.vitrail.omezarr.ngff.FillValue;

/** Finds arrays and checks what they say of themselves. Zarr v3 core §array-metadata; Zarr v2 §arrays. */
final class ArrayRules {

    private static final int MOST_DIMENSIONS = 32;

    private final Documents documents;
    private final Findings findings;

    ArrayRules(Documents documents, Findings findings) {
        this.documents = documents;
        this.findings = findings;
    }

    /** The array at a path that a document names; absence is reported there. */
    Optional<ArrayInfo> get(String path, Element namedBy) {
        String key = path + (findings.zarrV3() ? "/zarr.json" : "/.zarray");
        Optional<byte[]> bytes = documents.find(key, Section.ZARR_ARRAY);
        if (bytes.isEmpty()) {
            if (!documents.isExhausted()) {
                namedBy.report(
                        Rule.ABSENT_ARRAY,
                        "there is no array " + Element.quoted(path) + ": " + key + " is absent",
                        "Add the array, or remove what names it");
                documents.countAbsent(key, Section.ZARR_ARRAY);
            }
            return Optional.empty();
        }
        return documents
                .parse(key, bytes.get(), Section.ZARR_ARRAY)
                .map(root -> findings.zarrV3()
                        ? new ArrayRulesV3(root).check(path, bytes.get())
                        : new ArrayRulesV2(root).check(path, bytes.get()));
    }

    /** Checks lengths; null, and reported, when they are wrong. @param least 0 for an array, 1 for its chunks */
    static long[] lengths(Element list, int least) {
        if (!list.isList(0)) {
            return null;
        }
        if (list.node().size() > MOST_DIMENSIONS) {
            list.report(
                    Rule.ARRAY_METADATA,
                    "it has " + list.node().size() + " lengths",
                    "Save an array of 2 to 5 dimensions");
            return null;
        }
        long[] lengths = new long[list.node().size()];
        boolean sound = true;
        int i = 0;
        for (Element length : list.items()) {
            sound &= isLength(length, least);
            lengths[i++] = length.node().asLong();
        }
        return sound ? lengths : null;
    }

    private static boolean isLength(Element length, int least) {
        boolean sound = length.node().isIntegralNumber()
                && length.node().canConvertToLong()
                && length.node().longValue() >= least;
        if (!sound) {
            length.report(
                    Rule.ARRAY_METADATA,
                    "it is " + length.shown() + "; a whole number from " + least + " to 2^63 - 1 is needed",
                    "Correct the length, or write the array again");
        }
        return sound;
    }

    /** Reports a shape that leaves no samples. */
    static void warnOfEmptiness(Element shape, long[] lengths) {
        if (lengths != null && java.util.Arrays.stream(lengths).anyMatch(length -> length == 0)) {
            shape.report(Rule.EMPTY_ARRAY, "a length is 0, so that there are no samples", "Check that this is meant");
        }
    }

    /** Reports chunks of another number of dimensions than the array. */
    static void requireSameDimensions(Element chunks, long[] shape, long[] chunk) {
        if (shape != null && chunk != null && shape.length != chunk.length) {
            chunks.report(
                    Rule.ARRAY_METADATA,
                    "it has " + chunk.length + " lengths, the shape has " + shape.length,
                    "Give one length for each dimension");
        }
    }

    /** Reports a fill value that samples of the type cannot have. @param type as numpy names it, or {@code bool} */
    static void checkFillValue(Element fill, String type, boolean v2) {
        if (fill.exists()) {
            FillValue.wanted(fill.node(), type, v2)
                    .ifPresent(wanted -> bad(
                            fill,
                            "the fill value " + fill.shown() + " is none of " + type + "; " + wanted + " is needed",
                            "Give one, for example " + (type.equals("bool") ? "false" : "0")));
        }
    }

    /** True for that number, and not for a text or a fraction that reads like it. */
    static boolean isNumber(Element place, int wanted) {
        return place.node().isInt() && place.node().intValue() == wanted;
    }

    static void bad(Element place, String problem, String advice) {
        place.report(Rule.ARRAY_METADATA, problem, advice);
    }
}
