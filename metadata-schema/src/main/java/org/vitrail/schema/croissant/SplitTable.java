package org.vitrail.schema.croissant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.Split;

/** The splits that the column of the same name refers to, each with its meaning. Croissant 1.0, "Splits". */
final class SplitTable {
    static final String SPLITS = "splits";
    static final String NAME_FIELD = SPLITS + "/name";
    private static final String URL_FIELD = SPLITS + "/url";
    private static final Map<Split, String> MEANINGS = new TreeMap<>(Map.of(
            Split.TRAIN, "cr:TrainingSplit",
            Split.VALIDATION, "cr:ValidationSplit",
            Split.TEST, "cr:TestSplit"));

    private SplitTable() {}

    static void write(ObjectNode records) {
        records.put("@type", "cr:RecordSet")
                .put("@id", SPLITS)
                .put("name", SPLITS)
                .put("description", "Parts of the images for training, validation and test.")
                .put("dataType", "cr:Split")
                .putObject("key")
                .put("@id", NAME_FIELD);
        ArrayNode fields = records.putArray("field");
        field(fields.addObject(), NAME_FIELD, "name", "sc:Text");
        field(fields.addObject(), URL_FIELD, "url", "sc:URL");
        ArrayNode data = records.putArray("data");
        MEANINGS.forEach((split, meaning) ->
                data.addObject().put(NAME_FIELD, RecordForm.word(split)).put(URL_FIELD, meaning));
    }

    private static void field(ObjectNode field, String id, String name, String type) {
        field.put("@type", "cr:Field").put("@id", id).put("name", name).put("dataType", type);
    }
}
