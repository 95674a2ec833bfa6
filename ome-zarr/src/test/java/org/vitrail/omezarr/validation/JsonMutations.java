package org.vitrail.omezarr.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes a JSON document as careless and hostile writers do; the same seed gives the same change. */
final class JsonMutations {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final long[] ABSURD = {
        0, -1, 1, 2, 3, 7, 1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final String[] TEXTS = {
        "",
        ".",
        "..",
        "../0",
        "/etc/passwd",
        "0",
        "0/../..",
        "a//b",
        "\\",
        "\u0000",
        "\ud800",
        "NaN",
        "0x7fc00000",
        "big",
        "F",
        "A/1",
        "B/1/0",
        "space",
        "time",
        "channel",
        "scale",
        "translation",
        "identity",
        "sharding_indexed",
        "v2",
        "0.3",
        "http://x/y"
    };

    private final SplittableRandom random;

    private JsonMutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A copy with one to three changes. */
    static JsonNode mutated(JsonNode document, long seed) {
        JsonMutations mutations = new JsonMutations(seed);
        JsonNode copy = document.deepCopy();
        for (int i = 1 + mutations.random.nextInt(3); i > 0; i--) {
            mutations.change(copy);
        }
        return copy;
    }

    private void change(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return;
        }
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(key);
                case 1 -> object.set(key + "x", object.remove(key));
                default -> object.set(key, value(object.get(key)));
            }
        } else if (chosen instanceof ArrayNode array) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(6)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, array.get(at).deepCopy());
                case 2 -> array.add(array.remove(at));
                case 3 -> array.removeAll();
                default -> array.set(at, value(array.get(at)));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode value(JsonNode before) {
        return switch (random.nextInt(10)) {
            case 0 -> MAKE.nullNode();
            case 1, 2 -> MAKE.numberNode(ABSURD[random.nextInt(ABSURD.length)]);
            case 3 ->
                MAKE.numberNode(BigInteger.ONE.shiftLeft(random.nextInt(200)).negate());
            case 4 -> MAKE.numberNode(new BigDecimal("1e" + (random.nextInt(800) - 400)));
            case 5, 6 -> MAKE.textNode(TEXTS[random.nextInt(TEXTS.length)]);
            case 7 -> MAKE.booleanNode(random.nextBoolean());
            case 8 -> random.nextInt(8) == 0 ? deep() : MAKE.objectNode();
            default -> MAKE.arrayNode().add(before.deepCopy()).add(before.deepCopy());
        };
    }

    private JsonNode deep() {
        JsonNode node = MAKE.arrayNode();
        for (int i = 0; i < 150; i++) {
            node = MAKE.arrayNode().add(node);
        }
        return node;
    }
}
