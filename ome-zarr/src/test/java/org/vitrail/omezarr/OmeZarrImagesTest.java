package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.WrittenFileset.Layout;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.LabelImage;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.Samples;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.WellPosition;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** Plates, wells, collections and label images of OME-Zarr as a source. */
class OmeZarrImagesTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    /** A computed image that carries labels. */
    private record Labeled(PixelSource image, List<LabelImage> labels) implements PixelSource {

        @Override
        public PixelShape shape() {
            return image.shape();
        }

        @Override
        public PixelType type() {
            return image.type();
        }

        @Override
        public SourceMetadata metadata() {
            return image.metadata();
        }

        @Override
        public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
                throws IOException {
            image.read(t, c, z, y, x, height, width, destination);
        }

        @Override
        public void close() {}
    }

    private static PixelSource image(String name, int seed, WellPosition well) {
        SourceMetadata metadata = new SourceMetadata(name, "cyx", 0.5, 0.5, null, List.of(), false, well);
        PixelSource pixels = new FormulaPixels(
                new PixelShape(1, 2, 1, 40, 50), PixelType.UINT16, metadata, (t, c, z, y, x) -> x * y + c + seed);
        return new Labeled(
                pixels,
                List.of(
                        new LabelImage("nuclei of all", labels(PixelType.UINT32, seed)),
                        new LabelImage("cells", labels(PixelType.INT16, seed + 1))));
    }

    private static PixelSource labels(PixelType type, int seed) {
        return FormulaPixels.of(new PixelShape(1, 1, 1, 40, 50), type, (t, c, z, y, x) -> x / 7 * 10 + seed);
    }

    private static List<PixelSource> plate() {
        List<PixelSource> images = new ArrayList<>();
        for (int[] well : new int[][] {{1, 0, 0}, {1, 0, 3}, {1, 2, 1}, {27, 11, 0}}) {
            images.add(image(null, well[0] + well[2], new WellPosition("P 1", well[0], well[1], well[2])));
        }
        return images;
    }

    private static List<String> digests(List<? extends PixelSource> images) throws IOException {
        List<String> digests = new ArrayList<>();
        for (PixelSource image : images) {
            digests.add(PixelDigest.of(image));
            for (LabelImage label : image.labels()) {
                digests.add(PixelDigest.of(label.pixels()));
            }
        }
        return digests;
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void aPlateIsReadWithWellsFieldsAndLabelsAndWrittenAlike(NgffVersion ngff) throws IOException {
        WriteOptions options = WriteOptions.defaults().withNgff(ngff).withName("p");
        FilesetWriter.write(plate(), store, options);

        OmeZarrImages images = OmeZarrImages.open(store);

        assertThat(images.layout()).isEqualTo(Layout.PLATE);
        assertThat(images.plateName()).isEqualTo("P 1");
        assertThat(images.images())
                .extracting(image -> image.metadata().well())
                .containsExactlyElementsOf(
                        plate().stream().map(image -> image.metadata().well()).toList());
        assertThat(images.path(1)).isEqualTo("B/1/3");
        assertThat(digests(images.images())).isEqualTo(digests(plate()));
        MemoryZarrStore again = new MemoryZarrStore();
        FilesetWriter.write(images.images(), again, options);
        assertThat(again.objects.keySet()).isEqualTo(store.objects.keySet());
        store.objects.forEach(
                (key, bytes) -> assertThat(again.objects.get(key)).as(key).isEqualTo(bytes));
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void aCollectionIsReadInTheOrderOfItsSeriesAndAsNumberedWithout(NgffVersion ngff) throws IOException {
        List<PixelSource> sources = List.of(image("first", 1, null), image("second", 2, null));
        FilesetWriter.write(sources, store, WriteOptions.defaults().withNgff(ngff));
        String key = ngff == NgffVersion.V0_5 ? "OME/zarr.json" : "OME/.zattrs";
        String ome = new String(store.objects.get(key), StandardCharsets.UTF_8);
        store.put(
                key,
                ome.replace("\"0\", \"1\"", "\"1\", \"0\"")
                        .replace("\"0\",\"1\"", "\"1\",\"0\"")
                        .getBytes(StandardCharsets.UTF_8));

        OmeZarrImages listed = OmeZarrImages.open(store);
        store.objects.keySet().removeIf(each -> each.startsWith("OME/"));
        OmeZarrImages numbered = OmeZarrImages.open(store);

        assertThat(listed.layout()).isEqualTo(Layout.COLLECTION);
        assertThat(listed.images()).extracting(image -> image.metadata().name()).containsExactly("second", "first");
        assertThat(numbered.images())
                .extracting(image -> image.metadata().name())
                .containsExactly("first", "second");
        assertThat(digests(numbered.images())).isEqualTo(digests(sources));
    }

    @Test
    void aWellAloneIsACollectionOfItsFields() throws IOException {
        FilesetWriter.write(plate(), store, WriteOptions.defaults());

        OmeZarrImages well = OmeZarrImages.open(new SubfolderStore(store, "B/1/"));

        assertThat(well.layout()).isEqualTo(Layout.COLLECTION);
        assertThat(digests(well.images())).isEqualTo(digests(plate().subList(0, 2)));
    }

    @Test
    void labelImagesKeepNamesAndValuesAndAreListed() throws IOException {
        WrittenFileset written = FilesetWriter.write(List.of(image("a", 5, null)), store, WriteOptions.defaults());

        OmeZarrReader reader = OmeZarrImages.open(store).reader(0);
        assertThat(reader.labels()).containsExactly("nuclei-of-all", "cells");
        assertThat(reader.label("nuclei-of-all").name()).isEqualTo("nuclei of all");
        assertThat(reader.label("cells").level(0).type()).isEqualTo(PixelType.INT16);
        assertThat(PixelDigest.of(reader.label("cells").level(0)))
                .isEqualTo(PixelDigest.of(labels(PixelType.INT16, 6)));
        assertThat(written.images().get(0).labels())
                .extracting(WrittenFileset.WrittenLabel::name)
                .containsExactly("nuclei-of-all", "cells");
        assertThat(written.objects()).extracting(StoredObject::key).containsExactlyElementsOf(store.objects.keySet());
    }

    @Test
    void labelsGoOnAfterACrashWithTheSameBytes() throws IOException {
        MemoryZarrStore whole = new MemoryZarrStore();
        FilesetWriter.write(List.of(image("a", 5, null)), whole, WriteOptions.defaults());
        FormulaPixels dying = FormulaPixels.of(new PixelShape(1, 2, 1, 40, 50), PixelType.UINT16, (t, c, z, y, x) -> {
            throw new ZarrStoreFailure("the machine died");
        });
        WriteOptions resumable = WriteOptions.defaults().resumableAs("a.ome.zarr 1");
        PixelSource first = new Labeled(dying, image("a", 5, null).labels());
        assertThatThrownBy(() -> FilesetWriter.write(List.of(first), store, resumable))
                .hasMessageContaining("died");

        FilesetWriter.write(List.of(image("a", 5, null)), store, resumable);

        assertThat(store.objects.keySet()).isEqualTo(whole.objects.keySet());
        whole.objects.forEach(
                (key, bytes) -> assertThat(store.objects.get(key)).as(key).isEqualTo(bytes));
    }

    @Test
    void floatingLabelsAndLabelsOfOneNameAreRefusedBeforeAnythingIsWritten() {
        PixelSource pixels = labels(PixelType.UINT8, 1);
        PixelSource floating = new Labeled(pixels, List.of(new LabelImage("p", labels(PixelType.FLOAT32, 1))));
        PixelSource twice = new Labeled(pixels, List.of(new LabelImage("a b", pixels), new LabelImage("a-b", pixels)));

        for (PixelSource source : List.of(floating, twice)) {
            assertThatThrownBy(() -> FilesetWriter.write(List.of(pixels, source), store, WriteOptions.defaults()))
                    .isInstanceOf(UnsupportedImage.class)
                    .hasMessageMatching(".*(float32|a-b).*");
        }
        assertThat(store.objects).isEmpty();
    }

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

    @Test
    void foldersAndTheirFilesAreTakenAsInput(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("p.ome.zarr");
        FilesetWriter.write(plate(), new FolderZarrStore(root), WriteOptions.defaults());
        List<Path> files;
        try (var all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }

        for (List<Path> given : List.of(List.of(root), files, List.of(root.resolve("zarr.json")))) {
            try (Fileset opened = ImageReaders.openAll(given, null)) {
                assertThat(digests(opened.images())).isEqualTo(digests(plate()));
            }
        }
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(folder), null)).isInstanceOf(PixelsException.class);
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedWithItsKey(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("p.ome.zarr");
        FilesetWriter.write(plate(), new FolderZarrStore(root), WriteOptions.defaults());
        Path moved = Files.move(root.resolve("B"), folder.resolve("B"));
        Files.createSymbolicLink(root.resolve("B"), moved);

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(root), null))
                .isInstanceOf(PixelsException.class)
                .hasMessageContaining("B/1/zarr.json")
                .hasMessageContaining("symbolic link");
    }

    @Test
    void namesAndTextsThatRevealPersonsAreFoundWithTheirKeys() throws IOException {
        FilesetWriter.write(List.of(image("first", 1, null), image("second", 2, null)), store, WriteOptions.defaults());
        String named = new String(store.objects.get("0/zarr.json"), StandardCharsets.UTF_8);
        store.put("0/zarr.json", named.replace("first", "Patient: Anna Example").getBytes(StandardCharsets.UTF_8));
        assertThat(OmeZarrImages.open(store).findings())
                .extracting(IdentityFinding::where)
                .contains("0/zarr.json, names")
                .noneMatch(where -> where.startsWith("1/"));
        String document = new String(store.objects.get("1/zarr.json"), StandardCharsets.UTF_8);
        store.put(
                "1/zarr.json",
                document.replaceFirst("\\{", "{\"note\": \"write to anna@example.org\", ")
                        .getBytes(StandardCharsets.UTF_8));
        store.put(
                "OME/METADATA.ome.xml",
                "<OME><Experimenter ID=\"Experimenter:0\"/></OME>".getBytes(StandardCharsets.UTF_8));

        assertThat(OmeZarrImages.open(store).findings())
                .filteredOn(finding -> finding.treatment() == Treatment.REMOVED)
                .extracting(IdentityFinding::kind, IdentityFinding::where)
                .contains(
                        tuple(Kind.EMAIL, "1/zarr.json, other texts"),
                        tuple(Kind.PERSON_NAME, "OME/METADATA.ome.xml, Experimenter"));
    }

    @Test
    void harmlessDocumentsHaveNoFindings() throws IOException {
        FilesetWriter.write(plate(), store, WriteOptions.defaults().withName("p"));

        assertThat(OmeZarrImages.open(store).findings()).isEmpty();
    }

    @Test
    void theExamplePlateIsRead() throws IOException {
        OmeZarrImages plate =
                OmeZarrImages.open(new FolderZarrStore(Samples.sample("ome-zarr-examples/valid/plate-01.zarr")));

        assertThat(plate.images()).hasSize(4);
        assertThat(plate.images().get(3).metadata().well().rowName()).isEqualTo("B");
        assertThat(plate.images().get(3).shape()).isEqualTo(new PixelShape(1, 1, 1, 1000, 1000));
    }
}
