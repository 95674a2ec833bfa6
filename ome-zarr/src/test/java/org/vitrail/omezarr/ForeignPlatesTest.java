package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.WellPosition;

/** Plates and collections that others wrote: oddly, absurdly, with bad intent, or damaged. */
class ForeignPlatesTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    private static final String PLATE = """
            {"plate": {"name": "p", "rows": [{"name": "A"}, {"name": "C"}], "columns": [{"name": "05"}],
             "wells": [{"path": "A/05", "rowIndex": 0, "columnIndex": 0}, {"path": "C/05", "rowIndex": 1, "columnIndex": 0}]}}""";

    private static Map<String, String> foreignPlate() {
        Map<String, String> objects = new TreeMap<>();
        objects.put(".zattrs", PLATE);
        for (String well : List.of("A/05/", "C/05/")) {
            objects.put(well + ".zattrs", "{\"well\": {\"images\": [{\"path\": \"0\"}, {\"path\": \"b\"}]}}");
            for (String field : List.of("0", "b")) {
                objects.put(well + field + "/.zattrs", """
                        {"multiscales": [{"axes": ["y", "x"], "datasets": [{"path": "0", "coordinateTransformations":
                         [{"type": "scale", "scale": [1, 1]}]}]}]}""");
                objects.put(well + field + "/0/.zarray", """
                        {"zarr_format": 2, "shape": [6, 4], "chunks": [3, 4], "dtype": "<u2", "order": "C",
                         "fill_value": 7, "filters": null, "compressor": null}""");
            }
        }
        return objects;
    }

    private OmeZarrImages opened(Map<String, String> objects) {
        store.objects.clear();
        objects.forEach((key, text) -> store.put(key, text.getBytes(StandardCharsets.UTF_8)));
        return OmeZarrImages.open(store);
    }

    @Test
    void rowsAndColumnsAreWhatTheirNamesSayAndFieldsThatAreNotNumbersAreCounted() {
        OmeZarrImages plate = opened(foreignPlate());
        assertThat(plate.images())
                .extracting(image -> image.metadata().well())
                .containsExactly(
                        new WellPosition("p", 0, 4, 0),
                        new WellPosition("p", 0, 4, 1),
                        new WellPosition("p", 2, 4, 0),
                        new WellPosition("p", 2, 4, 1));

        Map<String, String> oddlyNamed = foreignPlate();
        oddlyNamed.put(".zattrs", PLATE.replace("\"name\": \"C\"", "\"name\": \"left\""));
        assertThat(opened(oddlyNamed).well(2)).isEqualTo(new WellPosition("p", 1, 4, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".zattrs | \"path\": \"C/05\" | \"path\": \"../C/05\" | ../C/05",
                ".zattrs | \"path\": \"C/05\" | \"path\": \"/C/05\" | /C/05",
                ".zattrs | \"path\": \"C/05\" | \"path\": \".\" | could lead out",
                ".zattrs | \"path\": \"C/05\" | \"path\": \"\" | could lead out",
                ".zattrs | \"path\": \"C/05\" | \"path\": \"A/05\" | stands twice",
                ".zattrs | \"path\": \"C/05\" | \"path\": \"C/06\" | no well's group at C/06/",
                ".zattrs | \"rowIndex\": 1 | \"rowIndex\": 0 | stands twice",
                ".zattrs | \"rowIndex\": 1 | \"rowIndex\": -1 | rowIndex",
                ".zattrs | \"rowIndex\": 1 | \"rowIndex\": 99999999999 | rowIndex",
                ".zattrs | \"columns\": [{\"name\": \"05\"}] | \"columns\": [] | columns has 0",
                ".zattrs | \"wells\" | \"well\" | wells has 0",
                "A/05/.zattrs | \"path\": \"b\" | \"path\": \"0\" | twice",
                "A/05/.zattrs | \"path\": \"b\" | \"path\": \"../../A\" | could lead out",
                "A/05/.zattrs | \"well\" | \"wells\" | no well's group at A/05/",
                "A/05/.zattrs | { | [ | A/05/.zattrs",
            })
    void hostilePlatesAreRefusedWithTheirKey(String key, String from, String to, String message) {
        Map<String, String> objects = foreignPlate();
        assertThat(objects.get(key)).contains(from);
        objects.put(key, objects.get(key).replace(from, to));

        assertThatThrownBy(() -> opened(objects))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining(message);
    }

    @Test
    void absurdlyManyWellsFieldsAndSeriesAreRefused() {
        Map<String, String> wells = foreignPlate();
        wells.put(".zattrs", PLATE.replace("\"wells\": [", "\"wells\": [" + "{},".repeat(10_000)));
        Map<String, String> fields = foreignPlate();
        fields.put("A/05/.zattrs", "{\"well\": {\"images\": [" + "{},".repeat(10_000) + "{}]}}");
        Map<String, String> series = new TreeMap<>();
        series.put(".zattrs", "{\"bioformats2raw.layout\": 3}");
        series.put("OME/.zattrs", "{\"series\": [" + "1,".repeat(100_000) + "1]}");

        assertThatThrownBy(() -> opened(wells)).hasMessageContaining("wells has 10002");
        assertThatThrownBy(() -> opened(fields))
                .hasMessageContaining("A/05/.zattrs")
                .hasMessageContaining("10001");
        assertThatThrownBy(() -> opened(series))
                .hasMessageContaining("OME/.zattrs")
                .hasMessageContaining("100001");
    }

    @ParameterizedTest
    @CsvSource({"[], has no image", "[\"0\"; \"0\"], twice", "[\"../0\"], could lead out", "[\".\"], could lead out"})
    void hostileCollectionsAreRefused(String list, String message) {
        Map<String, String> objects = new TreeMap<>();
        objects.put(".zattrs", "{\"bioformats2raw.layout\": 3}");
        objects.put("OME/.zattrs", "{\"series\": " + list.replace(';', ',') + "}");

        assertThatThrownBy(() -> opened(objects))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining(message);
    }

    @Test
    void anImageThatIsAPlateAgainIsNoImage() {
        Map<String, String> objects = foreignPlate();
        objects.put("A/05/0/.zattrs", PLATE);

        PixelSource image = opened(objects).images().get(0);

        assertThatThrownBy(image::shape).isInstanceOf(UnreadableImage.class).hasMessageContaining("A/05/0/.zattrs");
    }

    @Test
    void damagedPlatesAreReadOrRefusedAndNeverFaulty() {
        Map<String, String> sound = foreignPlate();
        for (String key : List.of(".zattrs", "A/05/.zattrs", "A/05/0/.zattrs")) {
            byte[] bytes = sound.get(key).getBytes(StandardCharsets.UTF_8);
            for (long seed = 0; seed < 300; seed++) {
                opened(sound);
                store.put(key, Mutations.mutate(bytes, bytes.length, seed));
                try {
                    OmeZarrImages.open(store).images().forEach(PixelSource::metadata);
                } catch (PixelsException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                }
            }
        }
    }
}
