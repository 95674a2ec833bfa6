package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.FilesetWriter;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** No metadata and no stored bytes make the validator throw, and what the official schemas refuse it refuses too. */
class HostileMetadataTest {

    private static final ValidationOptions ONE_THREAD = new ValidationOptions(true, 1);

    private static PixelSource image(WellPosition well) {
        SourceMetadata metadata = new SourceMetadata("i", "cyx", 0.5, 0.5, null, List.of(), false, well);
        return new FormulaPixels(
                new PixelShape(1, 2, 1, 20, 300), PixelType.UINT16, metadata, (t, c, z, y, x) -> x + y + c + 1);
    }

    private static MemoryZarrStore labeled(NgffVersion ngff) throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        WriteOptions options = WriteOptions.defaults().withNgff(ngff);
        OmeZarrWriter.write(image(null), store, options);
        OmeZarrWriter.writeLabels(image(null), store, "cells", options);
        return store;
    }

    private static MemoryZarrStore fileset(NgffVersion ngff, boolean plate) throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        List<PixelSource> images = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            images.add(image(plate ? new WellPosition("p", i, i, 0) : null));
        }
        FilesetWriter.write(images, store, WriteOptions.defaults().withNgff(ngff));
        return store;
    }

    private static MemoryZarrStore copy(MemoryZarrStore sound) {
        MemoryZarrStore copy = new MemoryZarrStore();
        copy.objects.putAll(sound.objects);
        return copy;
    }

    /** Schema that a document of our hierarchies has to hold, or null. */
    private static String schema(String key, boolean plate, boolean collection) {
        String group = key.replaceAll("/?(zarr.json|\\.zattrs)$", "");
        if (group.equals(key) && !key.equals("zarr.json") && !key.equals(".zattrs")) {
            return null;
        }
        if (plate) {
            return group.isEmpty()
                    ? "plate"
                    : group.equals("OME")
                            ? "ome"
                            : group.matches("./.") ? "well" : group.matches("./././?") ? "image" : null;
        }
        if (collection) {
            return group.isEmpty() ? "bf2raw" : group.equals("OME") ? "ome" : group.matches("[01]") ? "image" : null;
        }
        return group.isEmpty() || group.equals("labels/cells") ? "image" : null;
    }

    private static void attack(MemoryZarrStore sound, NgffVersion ngff, boolean plate, boolean collection, int budget)
            throws IOException {
        List<String> keys = sound.objects.keySet().stream()
                .filter(key -> key.matches("(.*/)?(zarr.json|\\.z[a-z]+)"))
                .toList();
        SchemaJudge judge = new SchemaJudge(ngff.text());
        ObjectMapper mapper = new ObjectMapper();
        int refusedByBoth = 0;
        for (long seed = 0; seed < budget; seed++) {
            String key = keys.get(new SplittableRandom(seed).nextInt(keys.size()));
            JsonNode mutated = JsonMutations.mutated(mapper.readTree(sound.objects.get(key)), seed);
            MemoryZarrStore store = copy(sound);
            store.put(key, Hierarchies.bytes(mutated));
            Validation.Checked checked = run(store, key, seed);
            boolean v3 = ngff == NgffVersion.V0_5;
            JsonNode attributes = v3 ? mutated.path("attributes") : mutated;
            JsonNode ome = v3 ? attributes.path("ome") : attributes;
            String named = schema(key, plate, collection);
            // without its plate it is a collection
            String schema =
                    "plate".equals(named) && ome.has("bioformats2raw.layout") && !ome.has("plate") ? "bf2raw" : named;
            boolean unlisted = "ome".equals(schema) && !ome.has("series");
            // the schema of OME/ requires "series", the text (bf2raw, Details) says MAY
            if (schema != null
                    && !unlisted
                    && !judge.holds(
                            schema, attributes.isMissingNode() ? JsonNodeFactory.instance.nullNode() : attributes)) {
                refusedByBoth++;
                assertThat(checked.isValid())
                        .as("seed " + seed + " of " + key + ": " + mutated + " " + checked.findings())
                        .isFalse();
            }
        }
        assertThat(refusedByBoth).isGreaterThan(budget / 20);
    }

    private static Validation.Checked run(MemoryZarrStore store, String key, long seed) {
        try {
            return Hierarchies.checked(store, ONE_THREAD);
        } catch (RuntimeException | StackOverflowError fault) {
            throw new AssertionError("Seed " + seed + " of " + key + " threw " + fault, fault);
        }
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void documentsOfAnImageWithLabels(NgffVersion ngff) throws IOException {
        attack(labeled(ngff), ngff, false, false, 200);
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void documentsOfAPlate(NgffVersion ngff) throws IOException {
        attack(fileset(ngff, true), ngff, true, false, 120);
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void documentsOfACollection(NgffVersion ngff) throws IOException {
        attack(fileset(ngff, false), ngff, false, true, 80);
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void bytesOfAnyObject(NgffVersion ngff) throws IOException {
        MemoryZarrStore sound = labeled(ngff);
        List<String> keys = List.copyOf(sound.objects.keySet());
        int noticed = 0;
        for (long seed = 0; seed < 150; seed++) {
            String key = keys.get(new SplittableRandom(seed).nextInt(keys.size()));
            byte[] bytes = sound.objects.get(key);
            MemoryZarrStore store = copy(sound);
            store.put(key, Mutations.mutate(bytes, bytes.length, seed));
            noticed += run(store, key, seed).findings().isEmpty() ? 0 : 1;
        }
        assertThat(noticed).isGreaterThan(75);
    }
}
