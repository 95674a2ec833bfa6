package org.vitrail.schema.croissant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The JSON-LD context that the specification recommends (appendix 1), with the terms its own examples add. */
final class CroissantContext {
    private static final List<String> OWN = List.of(
            "citeAs",
            "column",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isEnumeration",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "separator",
            "source",
            "subField",
            "transform");

    private CroissantContext() {}

    static void write(ObjectNode document) {
        ObjectNode context = document.putObject("@context");
        context.put("@language", "en").put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/")
                .put("cr", "http://mlcommons.org/croissant/")
                .put("rai", "http://mlcommons.org/croissant/RAI/")
                .put("dct", "http://purl.org/dc/terms/")
                .put("conformsTo", "dct:conformsTo");
        context.putObject("data").put("@id", "cr:data").put("@type", "@json");
        context.putObject("examples").put("@id", "cr:examples").put("@type", "@json");
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        OWN.forEach(term -> context.put(term, "cr:" + term));
    }
}
