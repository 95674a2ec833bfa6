package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.omezarr.validation.Hierarchies.change;
import static org.vitrail.omezarr.validation.Hierarchies.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.MemoryZarrStore;

/** One change to a sound image, and the one finding that it brings: its kind, its place, its section. */
class ImageRulesTest {

    private static final String M = "/multiscales/0";

    private static MemoryZarrStore image(boolean v3) {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putImage(store, "", v3);
        return store;
    }

    /** Path in a row is below the OME metadata, or, with {@code A:}, in the array's document. */
    private static void assertOneFinding(boolean v3, String place, String value, Rule rule, String section) {
        boolean ofArray = place.startsWith("A:");
        String group = v3 ? "zarr.json" : ".zattrs";
        String key = ofArray ? (v3 ? "0/zarr.json" : "0/.zarray") : group;
        String pointer = ofArray ? place.substring(2) : (v3 ? "/attributes/ome" : "") + place;
        MemoryZarrStore store = image(v3);
        change(store, key, pointer, value == null ? "" : value);

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(checked.findings()).as(checked.findings().toString()).hasSize(1);
        Finding finding = checked.findings().get(0);
        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.section()).isEqualTo(section);
        assertThat(finding.problem()).isNotBlank();
        assertThat(finding.advice()).isNotBlank();
        assertThat(finding.path().split("#")[0]).isIn(key, group);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSoundImageHasNoFinding(boolean v3) {
        Validation.Checked checked = Hierarchies.checked(image(v3), ValidationOptions.everything());

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.looked()).isEqualTo(new Validation.Looked(1, 1, 0, 0, 0, 0, 0, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/multiscales/0/name;; RECOMMENDED; multiscales metadata",
                "/multiscales/0/name; 7; WRONG_TYPE; multiscales metadata",
                "/multiscales/0/datasets;; MISSING; multiscales metadata",
                "/multiscales/0/datasets; []; OUT_OF_RANGE; multiscales metadata",
                "/multiscales/0/datasets; {}; WRONG_TYPE; multiscales metadata",
                "/multiscales/0/datasets/0/path; \"1\"; ABSENT_ARRAY; multiscales metadata",
                "/multiscales/0/datasets/0/path; \"../0\"; UNSAFE_PATH; multiscales metadata",
                "/multiscales/0/datasets/0/path; \"/0\"; UNSAFE_PATH; multiscales metadata",
                "/multiscales/0/datasets/0/path; \"http://host/0\"; UNSAFE_PATH; multiscales metadata",
                "/multiscales/0/axes/0/unit; \"micron\"; AXIS_UNIT; axes metadata",
                "/multiscales/0/axes/0/unit; \"second\"; AXIS_UNIT; axes metadata",
                "/multiscales/0/axes/0/unit; 1; WRONG_TYPE; axes metadata",
                "/multiscales/0/coordinateTransformations; [{\"type\": \"identity\"}, {\"type\": \"scale\", \"scale\": [1, 1]}]; "
                        + "TRANSFORMATIONS; multiscales metadata",
                "/multiscales/0/coordinateTransformations; [{\"type\": \"translation\", \"translation\": [1, 1]}, "
                        + "{\"type\": \"scale\", \"scale\": [1, 1]}]; TRANSFORMATIONS; multiscales metadata",
                "/multiscales/0/datasets/0/coordinateTransformations/0/scale; [1]; TRANSFORMATIONS; multiscales metadata",
                "/multiscales/0/datasets/0/coordinateTransformations/0/scale/1; 0; TRANSFORMATIONS; multiscales metadata",
                "/multiscales/0/datasets/0/coordinateTransformations/0/scale/1; -1; TRANSFORMATIONS; multiscales metadata",
                "/multiscales/0/datasets/0/coordinateTransformations/0/scale/1; \"1\"; WRONG_TYPE; multiscales metadata",
                "/multiscales/0/datasets/0/coordinateTransformations/-; {\"type\": \"scale\", \"scale\": [1, 1]}; "
                        + "TRANSFORMATIONS; multiscales metadata",
                "/multiscales/0/datasets/-; {\"path\": \"0\", \"coordinateTransformations\": "
                        + "[{\"type\": \"scale\", \"scale\": [1, 1]}]}; LEVEL_SIZE; multiscales metadata",
                "/omero; {}; MISSING; omero metadata",
                "/omero; {\"channels\": [{\"color\": \"green\", \"window\": {\"start\": 0, \"end\": 1, \"min\": 0, \"max\": 1}}]}; "
                        + "RENDERING; omero metadata",
                "/omero; {\"channels\": [{\"color\": \"00FF00\", \"window\": {\"start\": 2, \"end\": 1, \"min\": 0, \"max\": 1}}]}; "
                        + "RENDERING; omero metadata",
                "/omero; {\"channels\": []}; RENDERING; omero metadata",
                "/omero; {\"channels\": [{\"color\": \"00FF00\", \"window\": {\"start\": 0, \"end\": 1, \"min\": 0, \"max\": 1}}], "
                        + "\"rdefs\": {\"defaultZ\": 1}}; RENDERING; omero metadata",
            })
    void metadataOfAnImage(String place, String value, Rule rule, String section) {
        assertOneFinding(false, place, value, rule, "OME-NGFF 0.4, " + section);
        assertOneFinding(true, place, value, rule, "OME-NGFF 0.5, " + section);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/zarr_format; 3; ARRAY_METADATA",
                "/shape/0; -6; ARRAY_METADATA",
                "/shape/0; 6.5; ARRAY_METADATA",
                "/shape/0; 9223372036854775808; ARRAY_METADATA",
                "/shape/0; 0; EMPTY_ARRAY",
                "/shape;; MISSING",
                "/chunks/0; 0; ARRAY_METADATA",
                "/chunks/-; 1; ARRAY_METADATA",
                "/dtype; \"uint16\"; ARRAY_METADATA",
                "/dtype; \"<c8\"; UNCOMMON",
                "/dtype; [[\"a\", \"<u2\"]]; UNCOMMON",
                "/order; \"K\"; ARRAY_METADATA",
                "/compressor; {\"id\": \"bz2\"}; UNCOMMON",
                "/compressor;; MISSING",
                "/filters; [{\"id\": \"delta\"}]; UNCOMMON",
                "/fill_value;; MISSING",
            })
    void metadataOfAnArrayOfVersion2(String place, String value, Rule rule) {
        assertOneFinding(false, "A:" + place, value, rule, "Zarr v2, arrays");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/node_type; \"group\"; ARRAY_METADATA; array metadata",
                "/shape/0; -6; ARRAY_METADATA; array metadata",
                "/shape/0; 1e30; ARRAY_METADATA; array metadata",
                "/data_type; \"complex64\"; UNCOMMON; array metadata",
                "/chunk_grid/name; \"rectilinear\"; UNCOMMON; array metadata",
                "/chunk_grid/configuration/chunk_shape/0; 0; ARRAY_METADATA; array metadata",
                "/chunk_key_encoding/configuration/separator; \"-\"; ARRAY_METADATA; array metadata",
                "/fill_value; null; ARRAY_METADATA; array metadata",
                "/fill_value; \"NaN\"; ARRAY_METADATA; array metadata",
                "/codecs; []; OUT_OF_RANGE; codecs",
                "/codecs/0; {\"name\": \"bytes\"}; ARRAY_METADATA; codecs",
                "/codecs; [{\"name\": \"gzip\", \"configuration\": {\"level\": 5}}, {\"name\": \"bytes\", "
                        + "\"configuration\": {\"endian\": \"big\"}}]; ARRAY_METADATA; codecs",
                "/codecs/-; {\"name\": \"gzip\", \"configuration\": {\"level\": 10}}; ARRAY_METADATA; codecs",
                "/codecs/-; {\"name\": \"bz2\"}; UNCOMMON; codecs",
                "/codecs/-; {\"name\": \"transpose\", \"configuration\": {\"order\": [1, 0]}}; ARRAY_METADATA; codecs",
                "/codecs/0; {\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [2, 4], \"codecs\": "
                        + "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}], \"index_codecs\": "
                        + "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}]}}; ARRAY_METADATA; codecs",
                "/codecs/0; {\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [3, 2], \"codecs\": "
                        + "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}], \"index_codecs\": "
                        + "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}, {\"name\": \"zstd\"}]}}; "
                        + "ARRAY_METADATA; codecs",
                "/storage_transformers; [{\"name\": \"x\"}]; UNCOMMON; array metadata",
                "/extra; {}; UNCOMMON; array metadata",
                "/dimension_names/-; \"z\"; ARRAY_METADATA; array metadata",
            })
    void metadataOfAnArrayOfVersion3(String place, String value, Rule rule, String section) {
        assertOneFinding(true, "A:" + place, value, rule, "Zarr v3 core, " + section);
    }

    @Test
    void rulesBetweenTheTwo() {
        assertOneFinding(true, "A:/dimension_names/0", "\"z\"", Rule.DIMENSION_NAMES, "OME-NGFF 0.5, axes metadata");
        assertOneFinding(true, "A:/dimension_names", "", Rule.DIMENSION_NAMES, "OME-NGFF 0.5, axes metadata");
        assertOneFinding(false, "A:/dimension_separator", "", Rule.DIMENSION_SEPARATOR, "OME-NGFF 0.4, images");
        assertOneFinding(false, "A:/dimension_separator", "\".\"", Rule.DIMENSION_SEPARATOR, "OME-NGFF 0.4, images");
        assertOneFinding(true, "/version", "\"0.6\"", Rule.VERSION, "OME-NGFF 0.5, metadata");
        assertOneFinding(true, "/version", "", Rule.MISSING, "OME-NGFF 0.5, metadata");
        assertOneFinding(false, M + "/version", "\"0.3\"", Rule.VERSION, "OME-NGFF 0.4, multiscales metadata");
        assertOneFinding(false, M + "/version", "", Rule.RECOMMENDED, "OME-NGFF 0.4, multiscales metadata");
    }

    @Test
    void aFactorThatIsNotFiniteIsRefused() {
        MemoryZarrStore store = image(false);
        String document = new String(store.objects.get(".zattrs"), StandardCharsets.UTF_8);
        store.put(".zattrs", document.replace("[1,1]", "[1,1e400]").getBytes(StandardCharsets.UTF_8));

        assertThat(Hierarchies.rules(Hierarchies.checked(store))).containsExactly(Rule.TRANSFORMATIONS);
    }

    @Test
    void aNameAloneStandsForAnEncodingWithoutSettings() {
        MemoryZarrStore store = image(true);
        change(store, "0/zarr.json", "/chunk_key_encoding", "\"default\"");

        assertThat(Hierarchies.checked(store).findings()).isEmpty();
    }

    @Test
    void anExtensionThatNeedNotBeUnderstoodIsNoFinding() {
        MemoryZarrStore store = image(true);
        change(store, "0/zarr.json", "/extra", "{\"must_understand\": false}");

        assertThat(Hierarchies.checked(store).findings()).isEmpty();
    }

    private static MemoryZarrStore levels(String shape, String scale) {
        MemoryZarrStore store = image(true);
        change(store, "zarr.json", "/attributes/ome/multiscales/0/datasets/-", """
                {"path": "1", "coordinateTransformations": [{"type": "scale", "scale": %s}]}""".formatted(scale));
        ObjectNode array = Hierarchies.array(true);
        array.set("shape", json(shape));
        store.put("1/zarr.json", Hierarchies.bytes(array));
        return store;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[3, 2]; [2, 2];",
                "[3, 2]; [2, 1.5];",
                "[2, 4]; [4, 1];",
                "[7, 2]; [1, 2]; LEVEL_ORDER",
                "[3, 2]; [1, 1]; LEVEL_SIZE",
                "[6, 4]; [1, 1]; LEVEL_SIZE",
            })
    void levelsShrinkAsTheirScalesSay(String shape, String scale, Rule rule) {
        Validation.Checked checked = Hierarchies.checked(levels(shape, scale));

        if (rule == null) {
            assertThat(checked.findings()).isEmpty();
        } else {
            assertThat(Hierarchies.rules(checked)).containsOnly(rule);
        }
    }

    @Test
    void anArrayOfOtherDimensionsIsNoLevel() {
        MemoryZarrStore store = levels("[3, 2]", "[2, 2]");
        ObjectNode array = Hierarchies.array(true);
        array.set("shape", json("[1, 3, 2]"));
        array.remove("dimension_names");
        ((ObjectNode) array.at("/chunk_grid/configuration")).set("chunk_shape", json("[1, 3, 2]"));
        store.put("1/zarr.json", Hierarchies.bytes(array));

        assertThat(Hierarchies.rules(Hierarchies.checked(store)))
                .containsExactly(Rule.DIMENSIONALITY, Rule.DIMENSION_NAMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "space,y space,x; ",
                "time,t channel,c space,z space,y space,x; ",
                "spectrum,s space,y space,x;",
                "channel,c time,t space,y space,x; AXES",
                "space,y channel,c space,x; AXES",
                "channel,c spectrum,s space,y space,x; AXES",
                "time,t time,u space,y space,x; AXES",
                "space,x space,y space,z; AXIS_ORDER",
                "space,y space,y; NOT_UNIQUE",
            })
    void axesHaveTheirOrder(String axes, Rule rule) {
        MemoryZarrStore store = new MemoryZarrStore();
        StringBuilder list = new StringBuilder();
        for (String axis : axes.split(" ")) {
            list.append(list.isEmpty() ? "" : ", ")
                    .append("{\"type\": \"%s\", \"name\": \"%s\"}".formatted((Object[]) axis.split(",")));
        }
        int count = axes.split(" ").length;
        String ones = "[" + "1, ".repeat(count - 1) + "1]";
        ObjectNode ome = Hierarchies.multiscales("0.4");
        ((ObjectNode) ome.at(M)).set("axes", json("[" + list + "]"));
        ((ObjectNode) ome.at(M + "/datasets/0/coordinateTransformations/0")).set("scale", json(ones));
        Hierarchies.putGroup(store, "", false, ome);
        ObjectNode array = Hierarchies.array(false);
        array.set("shape", json(ones));
        array.set("chunks", json(ones));
        store.put("0/.zarray", Hierarchies.bytes(array));

        Validation.Checked checked = Hierarchies.checked(store);

        if (rule == null) {
            assertThat(checked.findings()).isEmpty();
        } else {
            assertThat(Hierarchies.rules(checked)).containsOnly(rule).isNotEmpty();
        }
    }

    @Test
    void brokenJsonOfOneLevelDoesNotHideTheOther() {
        MemoryZarrStore store = levels("[7, 2]", "[1, 2]");
        store.put("0/zarr.json", "{\"zarr_format\": 3,".getBytes(StandardCharsets.UTF_8));
        change(store, "1/zarr.json", "/fill_value", "null");

        assertThat(Hierarchies.rules(Hierarchies.checked(store)))
                .containsExactly(Rule.BROKEN_JSON, Rule.ARRAY_METADATA);
    }

    @Test
    void aKeyThatStandsTwiceIsWarnedOf() {
        MemoryZarrStore store = image(false);
        String document = new String(store.objects.get("0/.zarray"), StandardCharsets.UTF_8);
        store.put(
                "0/.zarray", document.replaceFirst("\\{", "{\"order\": \"F\", ").getBytes(StandardCharsets.UTF_8));

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.DUPLICATE_KEY);
        assertThat(checked.findings().get(0).problem()).contains("\"order\"");
    }

    @Test
    void whereVersion2AndVersion3LieTogetherItIsSaid() {
        MemoryZarrStore store = image(true);
        Hierarchies.putImage(store, "", false);
        assertThat(Hierarchies.rules(Hierarchies.checked(store))).containsExactly(Rule.MIXED_FORMATS);

        MemoryZarrStore without = image(false);
        without.delete(".zgroup");
        assertThat(Hierarchies.rules(Hierarchies.checked(without))).containsExactly(Rule.GROUP_METADATA);
    }

    @Test
    void metadataOfVersion4InsideZarr3AreNotFound() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putGroup(store, "", true, Hierarchies.multiscales("0.4"));

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.NO_OME_METADATA);
        assertThat(checked.findings().get(0).advice()).contains("under \"ome\"");
    }
}
