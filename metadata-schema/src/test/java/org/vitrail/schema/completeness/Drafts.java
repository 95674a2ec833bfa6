package org.vitrail.schema.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;

/** Descriptions in the making, as JSON, and how each recommendation is followed in them. */
final class Drafts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Drafts() {}

    /** Files of all these images were read, and say no pixel size. */
    static final Set<ImagePlace> UNSCALED =
            IntStream.range(0, 25).mapToObj(n -> new ImagePlace(n / 5, n % 5)).collect(Collectors.toUnmodifiableSet());

    /** All images of a draft, which were read and say no pixel size. */
    static Set<ImagePlace> images(ObjectNode draft) {
        return UNSCALED.stream()
                .filter(place -> draft.path("imageSets")
                        .path(place.imageSet())
                        .path("images")
                        .has(place.image()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    static DatasetDescription read(ObjectNode draft) {
        return DescriptionReader.readJson(draft.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Something of everything, or not. */
    static ObjectNode random(Random random) {
        ObjectNode draft = empty();
        if (random.nextBoolean()) {
            draft.put("description", "d".repeat(random.nextInt(400)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            creator(draft.withArray("creators").addObject(), random);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            draft.withArray("keywords").add(random.nextInt(4) == 0 ? " " : "word");
        }
        methods(draft, random);
        for (int s = random.nextInt(4); s > 0; s--) {
            ObjectNode set = draft.withArray("imageSets").addObject().put("name", "set");
            methods(set, random);
            if (random.nextBoolean()) {
                set.withArray("terms").add("CL:0000540");
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                image(set.withArray("images").addObject(), random);
            }
        }
        for (Recommendation recommended : Recommendation.values()) {
            if (random.nextInt(4) == 0) {
                fulfil(recommended, draft);
            }
        }
        return draft;
    }

    /** Does what the suggestion says, everywhere. */
    static void fulfil(Recommendation recommended, ObjectNode draft) {
        switch (recommended) {
            case TERMS -> draft.withArray("terms").add("CL:0000540");
            case DESCRIPTION_IN_DETAIL -> draft.put("description", "d".repeat(300));
            case PUBLICATION -> draft.withArray("publications").addObject().put("doi", "10.1234/a");
            case KEYWORDS -> draft.withArray("keywords").add("one").add("two").add("three");
            case ORCIDS ->
                each(draft.withArray("creators"), creator -> {
                    if (!creator.has("organization")) {
                        creator.put("orcid", "0000-0002-1825-0097");
                    }
                });
            case RORS -> each(draft.withArray("creators"), creator -> creator.put("ror", "04wxnsj81"));
            case METHOD_TERMS -> {
                mapMethods(draft.withArray("imagingMethods"));
                draft.path("imageSets").forEach(set -> mapMethods(((ObjectNode) set).withArray("imagingMethods")));
                if (draft.path("imagingMethods").isEmpty()) {
                    draft.withArray("imagingMethods").add("FBbi:00000251");
                }
            }
            case IMAGE_NAMES -> eachImage(draft, image -> image.put("name", "an image"));
            case PIXEL_SIZES ->
                eachImage(
                        draft,
                        image -> image.putObject("pixelSizeMicrometer")
                                .put("x", 0.5)
                                .put("y", 0.5));
            case CHANNEL_TARGETS ->
                eachImage(draft, image -> each(image.withArray("channels"), channel -> channel.put("target", "DNA")));
            case LABELS ->
                firstImage(draft)
                        .withArray("labels")
                        .addObject()
                        .put("name", "cells")
                        .put("file", "l.tif");
        }
    }

    private static void creator(ObjectNode creator, Random random) {
        creator.put(random.nextInt(3) == 0 ? "organization" : "name", "Depositor, Demo");
        if (random.nextBoolean()) {
            creator.put("ror", "04wxnsj81");
        }
    }

    private static void methods(ObjectNode on, Random random) {
        for (int i = random.nextInt(3); i > 0; i--) {
            ArrayNode methods = on.withArray("imagingMethods");
            if (random.nextBoolean()) {
                methods.add("FBbi:00000251");
            } else {
                methods.addObject().put("label", "a method of our own");
            }
        }
    }

    private static void image(ObjectNode image, Random random) {
        image.withArray("files").add("a.tif");
        if (random.nextBoolean()) {
            image.put("name", "an image");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode channel = image.withArray("channels").addObject().put("name", "c");
            if (random.nextBoolean()) {
                channel.put("target", "DNA");
            }
        }
    }

    private static void mapMethods(ArrayNode methods) {
        for (int i = 0; i < methods.size(); i++) {
            methods.set(i, JSON.getNodeFactory().textNode("FBbi:00000251"));
        }
    }

    /** The first image, made where there is none at all. */
    private static ObjectNode firstImage(ObjectNode draft) {
        for (JsonNode set : draft.path("imageSets")) {
            if (!set.path("images").isEmpty()) {
                return (ObjectNode) set.path("images").get(0);
            }
        }
        ArrayNode sets = draft.withArray("imageSets");
        ObjectNode set = sets.isEmpty() ? sets.addObject() : (ObjectNode) sets.get(0);
        return set.withArray("images").addObject();
    }

    private static void eachImage(ObjectNode draft, Consumer<ObjectNode> then) {
        firstImage(draft);
        draft.path("imageSets").forEach(set -> set.path("images").forEach(image -> then.accept((ObjectNode) image)));
    }

    /** Of the entries, or of a first one. */
    private static void each(ArrayNode array, Consumer<ObjectNode> then) {
        if (array.isEmpty()) {
            array.addObject();
        }
        array.forEach(entry -> then.accept((ObjectNode) entry));
    }
}
