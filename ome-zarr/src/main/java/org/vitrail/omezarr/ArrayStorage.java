package org.vitrail.omezarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrail.omezarr.ngff.ArrayMetadata;

/**
 * How an array is stored, for people.
 *
 * @param chunk shape of an inner chunk, along the image's axes
 * @param shard shape of a shard; empty without sharding
 * @param codecs names in order
 */
public record ArrayStorage(List<Integer> chunk, List<Integer> shard, List<String> codecs) {

    /** Copies the lists. */
    public ArrayStorage {
        chunk = List.copyOf(chunk);
        shard = List.copyOf(shard);
        codecs = List.copyOf(codecs);
    }

    static ArrayStorage of(ArrayMetadata array) {
        List<String> codecs = new ArrayList<>();
        for (JsonNode codec : array.codec().metadata()) {
            String inner = codec.path("configuration").path("cname").asText();
            codecs.add(codec.path("name").asText() + (inner.isEmpty() ? "" : " (" + inner + ")"));
        }
        return new ArrayStorage(
                ints(array.chunkShape()), array.sharded() ? ints(array.gridShape()) : List.of(), codecs);
    }

    private static List<Integer> ints(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
