package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.WrittenFileset.Layout;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.Samples;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.WellPosition;

/** Plates and collections as OME-NGFF lays them out, judged by its schemas. */
class FilesetWriterTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    private static PixelSource image(String name, int seed, WellPosition well) {
        SourceMetadata metadata = new SourceMetadata(name, "cyx", 0.5, 0.5, null, List.of(), false, well);
        return new FormulaPixels(
                new PixelShape(1, 2, 1, 40, 50), PixelType.UINT16, metadata, (t, c, z, y, x) -> x * y + c + seed);
    }

    private static List<PixelSource> plate() {
        List<PixelSource> images = new ArrayList<>();
        for (int field = 1; field >= 0; field--) {
            for (int[] well : new int[][] {{27, 11}, {1, 2}, {1, 0}}) {
                images.add(image(null, well[0] + field, new WellPosition("P & 1", well[0], well[1], field)));
            }
        }
        return images;
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void imagesOnAPlateBecomeRowsWellsAndFields(NgffVersion ngff) throws Exception {
        WrittenFileset written =
                FilesetWriter.write(plate(), store, WriteOptions.defaults().withNgff(ngff));

        assertThat(written.layout()).isEqualTo(Layout.PLATE);
        assertThat(written.images())
                .extracting(WrittenFileset.Member::path)
                .containsExactly("B/1/0", "B/1/1", "B/3/0", "B/3/1", "AB/12/0", "AB/12/1");
        assertThat(written.images().get(2).name()).isEqualTo("B3 field 1");
        JsonNode root = ome("", ngff);
        assertThat(faults(ngff, "strict_plate.schema", document("", ngff))).isEmpty();
        assertThat(faults(ngff, "strict_well.schema", document("B/3/", ngff))).isEmpty();
        assertThat(root.path("plate").path("wells").path(2).toString())
                .isEqualTo("{\"path\":\"AB/12\",\"rowIndex\":1,\"columnIndex\":2}");
        assertThat(root.path("plate").path("field_count").asInt()).isEqualTo(2);
        assertThat(written.objects()).hasSize(store.objects.size());
        assertThat(PixelDigest.of(OmeZarrReader.open(new SubfolderStore(store, "AB/12/1/"))
                        .level(0)))
                .isEqualTo(PixelDigest.of(image(null, 28, null)));
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void otherImagesAreNumbered(NgffVersion ngff) throws Exception {
        List<PixelSource> images = List.of(image("first", 1, null), image("second \u0001<&>", 2, null));

        WrittenFileset written = FilesetWriter.write(
                images, store, WriteOptions.defaults().withNgff(ngff).withName("two"));

        assertThat(written.layout()).isEqualTo(Layout.COLLECTION);
        assertThat(ome("", ngff).path("bioformats2raw.layout").asInt()).isEqualTo(3);
        assertThat(faults(ngff, "bf2raw.schema", document("", ngff))).isEmpty();
        assertThat(faults(ngff, "ome.schema", document("OME/", ngff))).isEmpty();
        assertThat(ome("OME/", ngff).path("series").toString()).isEqualTo("[\"0\",\"1\"]");
        assertThat(OmeZarrReader.open(new SubfolderStore(store, "1/")).name()).isEqualTo("second \u0001<&>");
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(store.objects.get("OME/METADATA.ome.xml")));
        var found = xml.getElementsByTagName("Image");
        assertThat(found.getLength()).isEqualTo(2);
        assertThat(found.item(1).getAttributes().getNamedItem("Name").getNodeValue())
                .isEqualTo("second \uFFFD<&>");
        assertThat(xml.getElementsByTagName("Pixels")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("SizeX")
                        .getNodeValue())
                .isEqualTo("50");
    }

    @Test
    void oneImageIsJustAnImage() throws IOException {
        WrittenFileset written = FilesetWriter.write(List.of(image("one", 1, null)), store, WriteOptions.defaults());

        assertThat(written.layout()).isEqualTo(Layout.IMAGE);
        assertThat(OmeZarrReader.open(store).name()).isEqualTo("one");
        assertThat(store.objects.keySet()).noneMatch(key -> key.startsWith("OME"));
    }

    @Test
    void aPlateThatDiedGoesOnWithTheSameBytes() throws IOException {
        MemoryZarrStore whole = new MemoryZarrStore();
        FilesetWriter.write(plate(), whole, WriteOptions.defaults());
        List<PixelSource> dying = new ArrayList<>(plate());
        dying.set(
                0,
                new FormulaPixels(
                        dying.get(0).shape(), PixelType.UINT16, dying.get(0).metadata(), (t, c, z, y, x) -> {
                            throw new ZarrStoreFailure("the machine died");
                        }));
        WriteOptions resumable = WriteOptions.defaults().resumableAs("plate.ome.tiff 123");
        assertThatThrownBy(() -> FilesetWriter.write(dying, store, resumable)).hasMessageContaining("died");
        assertThat(store.objects.keySet()).noneMatch(key -> key.equals("zarr.json"));
        List<PixelSource> again = new ArrayList<>(plate());
        again.set(
                1,
                new FormulaPixels(
                        again.get(1).shape(), PixelType.UINT16, again.get(1).metadata(), (t, c, z, y, x) -> {
                            throw new IllegalStateException("what was written is not read again");
                        }));

        FilesetWriter.write(again, store, resumable);

        assertThat(store.objects.keySet()).isEqualTo(whole.objects.keySet());
        whole.objects.forEach(
                (key, bytes) -> assertThat(store.objects.get(key)).as(key).isEqualTo(bytes));
    }

    @Test
    void twoImagesInOneFieldAndSeveralPlatesAreRefusedBeforeAnythingIsWritten() {
        List<PixelSource> twice =
                List.of(image("a", 1, new WellPosition("P", 0, 0, 0)), image("b", 2, new WellPosition("P", 0, 0, 0)));
        List<PixelSource> plates =
                List.of(image("a", 1, new WellPosition("P", 0, 0, 0)), image("b", 2, new WellPosition("Q", 0, 0, 0)));

        assertThatThrownBy(() -> FilesetWriter.write(twice, store, WriteOptions.defaults()))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("field 1 of well A1");
        assertThatThrownBy(() -> FilesetWriter.write(plates, store, WriteOptions.defaults()))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("2 plates");
        assertThat(store.objects).isEmpty();
    }

    private JsonNode document(String prefix, NgffVersion ngff) throws IOException {
        boolean v5 = ngff == NgffVersion.V0_5;
        JsonNode root = new ObjectMapper().readTree(store.objects.get(prefix + (v5 ? "zarr.json" : ".zattrs")));
        return v5 ? root.path("attributes") : root;
    }

    private JsonNode ome(String prefix, NgffVersion ngff) throws IOException {
        JsonNode document = document(prefix, ngff);
        return ngff == NgffVersion.V0_5 ? document.path("ome") : document;
    }

    private static Iterable<?> faults(NgffVersion ngff, String schema, JsonNode document) {
        String base = "https://ngff.openmicroscopy.org/" + ngff.text() + "/schemas/";
        Path schemas =
                Samples.shared("schemas/ngff/" + ngff.text() + "/" + schema).getParent();
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaMappers(mappers ->
                                mappers.mapPrefix(base, schemas.toUri().toString())))
                .getSchema(SchemaLocation.of(base + schema))
                .validate(document);
    }
}
