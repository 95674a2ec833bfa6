package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.Samples;

/** OME-NGFF 0.4 that we write, judged by its schemas and by python3-zarr. */
class OmeNgff04Test {

    private static final String SCHEMAS = "https://ngff.openmicroscopy.org/0.4/schemas/";

    @TempDir
    private Path folder;

    private final PixelSource image = FormulaPixels.of(
            new PixelShape(2, 2, 3, 600, 290),
            PixelType.UINT16,
            (t, c, z, y, x) -> (x * 7 + y * 13 + z * 101 + c * 4000 + t * 17) % 65_000);
    private final WriteOptions options = WriteOptions.defaults().withNgff(NgffVersion.V0_4);

    @BeforeEach
    void write() throws IOException {
        OmeZarrWriter.write(
                image,
                new FolderZarrStore(folder),
                options.withSpacing(new PixelSpacing(0.1, 0.1, 0.5))
                        .withChannels(List.of(new Channel("DAPI", "0000FF"), new Channel("GFP", "00FF00"))));
        OmeZarrWriter.writeLabels(image, new FolderZarrStore(folder), "cells", options);
    }

    @Test
    void metadataHoldTheStrictSchemas() throws IOException {
        assertThat(faults("strict_image.schema", ".zattrs")).isEmpty();
        assertThat(faults("strict_image.schema", "labels/cells/.zattrs")).isEmpty();
        assertThat(faults("strict_label.schema", "labels/cells/.zattrs")).isEmpty();
        assertThat(json("labels/.zattrs").path("labels").path(0).asText()).isEqualTo("cells");
        assertThat(json("0/.zarray").path("dimension_separator").asText()).isEqualTo("/");
        assertThat(folder.resolve("zarr.json")).doesNotExist();
    }

    @Test
    void ourReaderReadsItBack() throws IOException {
        OmeZarrReader reader = OmeZarrReader.open(new FolderZarrStore(folder));

        assertThat(PixelDigest.of(reader.level(0))).isEqualTo(PixelDigest.of(image));
        assertThat(PixelDigest.of(reader.label("cells").level(0))).isEqualTo(PixelDigest.of(image));
        assertThat(reader.channels()).extracting(ChannelRendering::label).containsExactly("DAPI", "GFP");
    }

    @ParameterizedTest
    @EnumSource(ChunkCompression.class)
    void pythonZarrReadsThePixelsOfEveryCodec(ChunkCompression compression) throws Exception {
        assumeTrue(canRun("import zarr, numpy"), "python3-zarr is not installed");
        Path place = folder.resolve("again.zarr");
        WrittenImage written =
                OmeZarrWriter.write(image, new FolderZarrStore(place), options.withCompression(compression));

        assertThat(python("""
                import zarr, sys; sys.path.insert(0, sys.argv[2])
                from read_independently import digest
                print(digest(zarr.open(sys.argv[1], mode='r')['0'][:]))
                """, place.toString(), "src/test/python")).isEqualTo(written.digest());
    }

    private static boolean canRun(String script) throws Exception {
        return Files.isExecutable(Path.of("/usr/bin/python3"))
                && new ProcessBuilder("/usr/bin/python3", "-c", script)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    private static String python(String script, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("/usr/bin/python3", "-B", "-c", script));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    private Iterable<?> faults(String schema, String key) throws IOException {
        Path schemas = Samples.shared("schemas/ngff/0.4/" + schema).getParent();
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaMappers(mappers ->
                                mappers.mapPrefix(SCHEMAS, schemas.toUri().toString())))
                .getSchema(SchemaLocation.of(SCHEMAS + schema))
                .validate(json(key));
    }

    private JsonNode json(String key) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(key)));
    }
}
