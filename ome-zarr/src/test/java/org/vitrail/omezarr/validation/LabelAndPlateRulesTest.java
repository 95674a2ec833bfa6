package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.omezarr.validation.Hierarchies.change;
import static org.vitrail.omezarr.validation.Hierarchies.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.omezarr.FilesetWriter;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** One change to a sound label image, plate, well or collection, and what it brings. */
class LabelAndPlateRulesTest {

    private static final String OME = "/attributes/ome";
    private final MemoryZarrStore labeled = new MemoryZarrStore();

    @BeforeEach
    void label() {
        Hierarchies.putImage(labeled, "", true);
        Hierarchies.putGroup(
                labeled, "labels/", true, json("{\"ome\": {\"version\": \"0.5\", \"labels\": [\"cells\"]}}"));
        Hierarchies.putImage(labeled, "labels/cells/", true);
        change(labeled, "labels/cells/zarr.json", OME + "/image-label", """
                {"colors": [{"label-value": 1, "rgba": [1, 2, 3, 4]}], "source": {"image": "../../"}}""");
    }

    private static MemoryZarrStore fileset(boolean plate) throws IOException {
        List<PixelSource> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            WellPosition well = plate ? new WellPosition("p", i / 2, i / 2, i % 2) : null;
            SourceMetadata metadata = new SourceMetadata("i", "yx", 0.5, 0.5, null, List.of(), false, well);
            images.add(new FormulaPixels(
                    new PixelShape(1, 1, 1, 20, 30), PixelType.UINT8, metadata, (t, c, z, y, x) -> x + y + 1));
        }
        MemoryZarrStore store = new MemoryZarrStore();
        FilesetWriter.write(images, store, WriteOptions.defaults());
        return store;
    }

    private static void assertRule(MemoryZarrStore store, Rule rule, String path) {
        Validation.Checked checked = Hierarchies.checked(store);
        if (rule == null) {
            assertThat(checked.findings()).isEmpty();
        } else {
            assertThat(checked.findings()).as(checked.findings().toString()).hasSize(1);
            assertThat(checked.findings().get(0).rule()).isEqualTo(rule);
            assertThat(checked.findings().get(0).path()).startsWith(path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "labels/cells/zarr.json; /attributes/x; 1;",
                "labels/zarr.json; /attributes/ome/labels;; MISSING",
                "labels/zarr.json; /attributes/ome; ``; MISSING",
                "labels/zarr.json; /attributes/ome/labels; {}; WRONG_TYPE",
                "labels/zarr.json; /attributes/ome/labels/-; \"cells\"; NOT_UNIQUE",
                "labels/zarr.json; /attributes/ome/labels/-; \"nuclei\"; ABSENT_GROUP",
                "labels/zarr.json; /attributes/ome/labels/-; \"../labels/cells\"; UNSAFE_PATH",
                "labels/zarr.json; /attributes/ome/labels/-; 1; WRONG_TYPE",
                "labels/cells/zarr.json; /attributes/ome/image-label;; RECOMMENDED",
                "labels/cells/zarr.json; /attributes/ome/image-label/colors;; RECOMMENDED",
                "labels/cells/zarr.json; /attributes/ome/image-label/colors; []; OUT_OF_RANGE",
                "labels/cells/zarr.json; /attributes/ome/image-label/colors/-; {\"label-value\": 1}; NOT_UNIQUE",
                "labels/cells/zarr.json; /attributes/ome/image-label/colors/-; {\"label-value\": 1.5}; WRONG_TYPE",
                "labels/cells/zarr.json; /attributes/ome/image-label/colors/0/rgba/0; 256; OUT_OF_RANGE",
                "labels/cells/zarr.json; /attributes/ome/image-label/colors/0/rgba/-; 5; OUT_OF_RANGE",
                "labels/cells/zarr.json; /attributes/ome/image-label/properties; [{}]; MISSING",
                "labels/cells/zarr.json; /attributes/ome/image-label/properties; [{\"label-value\": 2}];",
                "labels/cells/zarr.json; /attributes/ome/image-label/source/image; \"../../..\"; UNSAFE_PATH",
                "labels/cells/zarr.json; /attributes/ome/image-label/source/image; \"/etc\"; UNSAFE_PATH",
                "labels/cells/zarr.json; /attributes/ome/image-label/source/image; \"../\"; LABEL_SOURCE",
                "labels/cells/zarr.json; /attributes/ome/image-label/source/image; \"../../elsewhere\"; LABEL_SOURCE",
                "labels/cells/zarr.json; /attributes/ome/multiscales/0/datasets/-; {\"path\": \"../0\", "
                        + "\"coordinateTransformations\": [{\"type\": \"scale\", \"scale\": [1, 1]}]}; UNSAFE_PATH",
            })
    void labelImages(String key, String pointer, String value, Rule rule) {
        change(labeled, key, pointer, value == null ? "" : value);
        if (rule == Rule.UNSAFE_PATH && pointer.contains("datasets")) {
            assertThat(Hierarchies.rules(Hierarchies.checked(labeled))).containsExactly(rule, Rule.LABEL_LEVELS);
        } else {
            assertRule(labeled, rule, key);
        }
    }

    @Test
    void labelImagesAreWholeNumbersAndLieOnTheirImage() {
        change(labeled, "labels/cells/0/zarr.json", "/data_type", "\"float32\"");
        assertRule(labeled, Rule.LABEL_TYPE, "labels/cells/0/zarr.json");

        change(labeled, "labels/cells/0/zarr.json", "/data_type", "\"uint8\"");
        change(labeled, "labels/cells/0/zarr.json", "/shape/1", "5");
        assertRule(labeled, Rule.LABEL_SHAPE, "labels/cells/zarr.json");

        change(labeled, "labels/cells/0/zarr.json", "/shape/1", "1");
        assertRule(labeled, null, "");
    }

    @Test
    void aLabelImageIsValidatedByItselfToo() {
        MemoryZarrStore alone = new MemoryZarrStore();
        labeled.list(
                "labels/cells/", key -> alone.put(key.substring("labels/cells/".length()), labeled.objects.get(key)));

        assertRule(alone, null, "");
        change(alone, "0/zarr.json", "/data_type", "\"float32\"");
        assertRule(alone, Rule.LABEL_TYPE, "0/zarr.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "zarr.json; /attributes/x; 1;",
                "zarr.json; /attributes/ome/plate/name;; RECOMMENDED",
                "zarr.json; /attributes/ome/plate/field_count;; FIELD_COUNT",
                "zarr.json; /attributes/ome/plate/field_count; 1; FIELD_COUNT",
                "zarr.json; /attributes/ome/plate/version; \"0.4\"; VERSION",
                "zarr.json; /attributes/ome/plate/rows/-; {\"name\": \"A\"}; NOT_UNIQUE",
                "zarr.json; /attributes/ome/plate/rows/-; {\"name\": \"a\"}; NAME_CASE",
                "zarr.json; /attributes/ome/plate/columns/-; {\"name\": \"x-y\"}; OUT_OF_RANGE",
                "zarr.json; /attributes/ome/plate/columns/-; {}; MISSING",
                "zarr.json; /attributes/ome/plate/wells/0/columnIndex; 1; WELL_PLACE",
                "zarr.json; /attributes/ome/plate/wells/0/rowIndex; 4611686018427387904; WELL_PLACE",
                "zarr.json; /attributes/ome/plate/wells/0/rowIndex; -1; OUT_OF_RANGE",
                "zarr.json; /attributes/ome/plate/wells/-; {\"path\": \"A/2\", \"rowIndex\": 0, \"columnIndex\": 1}; ABSENT_GROUP",
                "zarr.json; /attributes/ome/plate/wells/-; {\"path\": \"A/1\", \"rowIndex\": 0, \"columnIndex\": 0}; NOT_UNIQUE",
                "zarr.json; /attributes/ome/plate/acquisitions; [{\"id\": 0}, {\"id\": 0}]; NOT_UNIQUE",
                "A/1/zarr.json; /attributes/ome/well;; MISSING",
                "A/1/zarr.json; /attributes/ome/well/images/-; {\"path\": \"0\"}; NOT_UNIQUE",
                "A/1/zarr.json; /attributes/ome/well/images/-; {\"path\": \"../0\"}; OUT_OF_RANGE",
                "A/1/zarr.json; /attributes/ome/well/images/-; {\"path\": \"7\"}; ABSENT_GROUP",
                "A/1/zarr.json; /attributes/ome/version; \"0.6\"; VERSION",
                "OME/zarr.json; /attributes/ome/series/0; \"A/2/0\"; SERIES",
                "OME/zarr.json; /attributes/ome/series/0; \"../0\"; UNSAFE_PATH",
            })
    void plates(String key, String pointer, String value, Rule rule) throws IOException {
        MemoryZarrStore store = fileset(true);
        change(store, key, pointer, value == null ? "" : value);

        Validation.Checked checked = Hierarchies.checked(store);

        List<Rule> rules = new ArrayList<>(Hierarchies.rules(checked));
        // these follow from the first: a field more than the count, a name that the count of OME-XML misses,
        // acquisitions without names
        rules.removeAll(List.of(Rule.OME_XML));
        if (pointer.endsWith("images/-")) {
            rules.remove(Rule.FIELD_COUNT);
        }
        if (pointer.endsWith("acquisitions")) {
            rules.removeAll(List.of(Rule.RECOMMENDED));
        }
        if (pointer.endsWith("/well")) {
            rules.removeAll(List.of(Rule.SERIES));
        }
        assertThat(rules)
                .as(checked.findings().toString())
                .containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void fieldsNameAnAcquisitionOfThePlate() throws IOException {
        MemoryZarrStore store = fileset(true);
        change(store, "zarr.json", OME + "/plate/acquisitions", """
                [{"id": 0, "name": "a", "maximumfieldcount": 1}, {"id": 3, "name": "b", "maximumfieldcount": 1}]""");
        change(store, "A/1/zarr.json", OME + "/well/images/0/acquisition", "3");
        change(store, "A/1/zarr.json", OME + "/well/images/1/acquisition", "1");

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(checked.findings()).extracting(Finding::rule).containsOnly(Rule.ACQUISITION);
        assertThat(checked.findings())
                .extracting(Finding::path)
                .containsExactly(
                        "A/1/zarr.json#/attributes/ome/well/images/1/acquisition",
                        "B/2/zarr.json#/attributes/ome/well/images/0",
                        "B/2/zarr.json#/attributes/ome/well/images/1");
    }

    @Test
    void aRowWithoutAGroupIsNamed() throws IOException {
        MemoryZarrStore store = fileset(true);
        store.delete("B/zarr.json");

        assertThat(Hierarchies.rules(Hierarchies.checked(store))).contains(Rule.ABSENT_GROUP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "zarr.json; /attributes/ome/bioformats2raw.layout; 4; OUT_OF_RANGE",
                "zarr.json; /attributes/ome/bioformats2raw.layout; \"3\"; WRONG_TYPE",
                "OME/zarr.json; /attributes/ome/series; []; OUT_OF_RANGE",
                "OME/zarr.json; /attributes/ome/series/0; 0; WRONG_TYPE",
                "OME/zarr.json; /attributes/ome/series/0; \"1\"; NOT_UNIQUE",
                "OME/zarr.json; /attributes/ome/series/0; \"9\"; ABSENT_GROUP",
                "OME/zarr.json; /attributes/ome/series/0; \"OME\"; MISSING",
                "OME/zarr.json; /attributes/ome/series;;",
                "1/zarr.json; /attributes/ome/multiscales;; MISSING",
            })
    void collections(String key, String pointer, String value, Rule rule) throws IOException {
        MemoryZarrStore store = fileset(false);
        change(store, key, pointer, value == null ? "" : value);

        List<Rule> rules = new ArrayList<>(Hierarchies.rules(Hierarchies.checked(store)));
        rules.removeAll(List.of(Rule.OME_XML));

        assertThat(rules).containsExactlyElementsOf(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<OME><Image/></OME>; describes 1 images",
                "<OME><Image/>; no XML",
                "<!DOCTYPE OME SYSTEM 'file:///etc/passwd'><OME/>; document type",
                "<OMG/>; its root is",
                "<OME><Image><Pixels><TiffData/></Pixels></Image></OME>; TiffData",
            })
    void theOmeXmlOfACollectionIsLookedAt(String xml, String problem) throws IOException {
        MemoryZarrStore store = fileset(false);
        store.put("OME/METADATA.ome.xml", xml.getBytes(StandardCharsets.UTF_8));

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.OME_XML);
        assertThat(checked.findings().get(0).problem()).contains(problem);

        store.delete("OME/METADATA.ome.xml");
        assertThat(Hierarchies.rules(Hierarchies.checked(store))).containsExactly(Rule.RECOMMENDED);
    }
}
