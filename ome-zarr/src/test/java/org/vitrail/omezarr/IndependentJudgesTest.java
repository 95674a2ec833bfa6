package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.zarr.zarrjava.v3.Array;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.Samples;

/** What we write, judged by others: zarr-java reads the arrays, the JSON schemas of OME-NGFF 0.5 hold for the metadata. */
class IndependentJudgesTest {

    private static final String SCHEMAS = "https://ngff.openmicroscopy.org/0.5/schemas/";

    @TempDir
    private Path folder;

    private final PixelShape shape = new PixelShape(2, 2, 3, 300, 290);
    private final PixelSource image = FormulaPixels.of(
            shape, PixelType.UINT16, (t, c, z, y, x) -> (x * 7 + y * 13 + z * 101 + c * 4000 + t * 17) % 65_000);

    @BeforeEach
    void write() throws IOException {
        WriteOptions options = WriteOptions.defaults()
                .withSpacing(new PixelSpacing(0.1, 0.1, 0.5))
                .withChannels(List.of(new Channel("DAPI", "0000FF"), new Channel("GFP", "00FF00")));
        OmeZarrWriter.write(image, new FolderZarrStore(folder), options);
        OmeZarrWriter.writeLabels(image, new FolderZarrStore(folder), "cells", WriteOptions.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "labels/cells/0"})
    void zarrJavaReadsTheSamePixels(String path) throws Exception {
        byte[] theirs = Array.open(folder.resolve(path))
                .read()
                .getDataAsByteBuffer(ByteOrder.LITTLE_ENDIAN)
                .array();

        OmeZarrReader reader = OmeZarrReader.open(new FolderZarrStore(folder));
        PixelSource ours =
                path.startsWith("labels") ? reader.label("cells").level(0) : reader.level(Integer.parseInt(path));
        PixelShape size = ours.shape();
        byte[] plane = new byte[(int) (size.y() * size.x() * 2)];
        int from = 0;
        for (int t = 0; t < size.t(); t++) {
            for (int c = 0; c < size.c(); c++) {
                for (int z = 0; z < size.z(); z++) {
                    ours.read(t, c, z, 0, 0, (int) size.y(), (int) size.x(), plane);
                    assertThat(java.util.Arrays.equals(theirs, from, from + plane.length, plane, 0, plane.length))
                            .isTrue();
                    from += plane.length;
                }
            }
        }
        assertThat(from).isEqualTo(theirs.length);
    }

    @Test
    void imageMetadataHoldTheStrictSchema() throws IOException {
        assertThat(faults("strict_image.schema", "zarr.json")).isEmpty();
        assertThat(faults("ome_zarr.schema", "zarr.json")).isEmpty();
    }

    @Test
    void labelMetadataHoldTheSchemas() throws IOException {
        assertThat(faults("strict_image.schema", "labels/cells/zarr.json")).isEmpty();
        assertThat(faults("strict_label.schema", "labels/cells/zarr.json")).isEmpty();
    }

    @Test
    void theSchemasDoRefuseWhatIsWrong() throws IOException {
        JsonNode broken = attributes("zarr.json");
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        broken.path("ome").path("multiscales").path(0))
                .remove("axes");

        assertThat(schema("image.schema").validate(broken)).isNotEmpty();
    }

    private Iterable<?> faults(String schema, String key) throws IOException {
        return schema(schema).validate(attributes(key));
    }

    private JsonNode attributes(String key) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readAllBytes(folder.resolve(key)))
                .path("attributes");
    }

    private static JsonSchema schema(String name) {
        Path schemas = Samples.shared("schemas/ngff/0.5/" + name).getParent();
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix(SCHEMAS, schemas.toUri().toString())));
        return factory.getSchema(SchemaLocation.of(SCHEMAS + name));
    }
}
