package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.FilesetWriter;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;
import picocli.CommandLine;

/** OME-Zarr as input of convert and inspect, wherever it lies. */
class PlacesTest {

    @TempDir
    private Path folder;

    private Path zarr;
    private String digest;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void convert() throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 300 * 200; i++) {
            image.getRaster().setSample(i % 300, i / 300, 0, i % 251);
        }
        Path picture = folder.resolve("stem.png");
        ImageIO.write(image, "png", picture.toFile());
        Path cells = Files.copy(picture, folder.resolve("cells.png"));
        zarr = folder.resolve("stem.ome.zarr");
        assertThat(run(new ConvertCommand(), picture, zarr, "--labels", cells)).isZero();
        digest = out.toString().replaceAll("(?s).*?digest ([0-9a-f]{64}).*", "$1");
        out.getBuffer().setLength(0);
    }

    private int run(Object command, Object... arguments) {
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private JsonNode inspected(Object... arguments) throws IOException {
        out.getBuffer().setLength(0);
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        assertThat(run(new InspectCommand(), all.toArray())).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private Path zip() throws IOException {
        Path file = folder.resolve("stem.ozx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Stream<Path> all = Files.walk(zarr)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry("stem.ome.zarr/" + zarr.relativize(each)));
                Files.copy(each, zip);
            }
        }
        return file;
    }

    private HttpServer serve(String path) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, exchange -> {
            Path file = zarr.resolve(exchange.getRequestURI().getPath().substring(path.length()));
            String range = exchange.getRequestHeaders().getFirst("Range");
            byte[] body = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            if (body != null && range != null) {
                String[] ends = range.substring(6).split("-", 2);
                int from = ends[0].isEmpty()
                        ? Math.max(0, body.length - Integer.parseInt(ends[1]))
                        : Integer.parseInt(ends[0]);
                int to = ends[0].isEmpty() ? body.length : Math.min(body.length, Integer.parseInt(ends[1]) + 1);
                body = java.util.Arrays.copyOfRange(body, from, to);
            }
            int status = body == null ? 404 : range == null ? 200 : 206;
            if (body == null) {
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
                body = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.US_ASCII);
            }
            try (exchange) {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }

    private void assertConvertsWithLabels(Object... input) throws IOException {
        Path again = folder.resolve("again.ome.zarr");
        List<Object> words = new ArrayList<>(List.of(input));
        words.add(1, again);
        assertThat(run(new ConvertCommand(), words.toArray()))
                .as(err.toString())
                .isZero();
        JsonNode found = inspected(again, "--digest");
        assertThat(found.path("name").asText()).isEqualTo("stem");
        assertThat(found.path("digest").asText()).isEqualTo(digest);
        assertThat(found.path("labels").path("cells").path("digest").asText()).isEqualTo(digest);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".partial"));
        }
    }

    @Test
    void foldersAreConvertedWithTheirLabels() throws IOException {
        assertConvertsWithLabels(zarr, "--ngff", "0.4");
    }

    @Test
    void archivesAreConvertedAndInspected() throws IOException {
        assertConvertsWithLabels(zip());
        JsonNode found = inspected(zip());
        assertThat(found.path("kind").asText()).isEqualTo("OME-Zarr image");
        assertThat(found.path("levels").path(0).path("codecs")).isNotEmpty();
    }

    @Test
    void webAddressesAreConvertedAndInspected() throws IOException {
        HttpServer server = serve("/data/stem.ome.zarr/");
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/data/stem.ome.zarr";
            assertConvertsWithLabels(address);
            assertThat(inspected(address).path("version").asText()).isEqualTo("0.5");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void bucketsAreConvertedAndInspected() throws IOException {
        HttpServer server = serve("/bucket/data/stem.ome.zarr/");
        try {
            String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
            assertConvertsWithLabels("s3://bucket/data/stem.ome.zarr", "--s3-endpoint", endpoint);
            assertThat(inspected("s3://bucket/data/stem.ome.zarr", "--s3-endpoint", endpoint)
                            .path("shape")
                            .asText())
                    .isEqualTo("1x1x1x200x300");
        } finally {
            server.stop(0);
        }
    }

    private record Field(WellPosition position) implements PixelSource {

        @Override
        public PixelShape shape() {
            return new PixelShape(1, 1, 1, 10, 10);
        }

        @Override
        public PixelType type() {
            return PixelType.UINT8;
        }

        @Override
        public SourceMetadata metadata() {
            return new SourceMetadata(null, "yx", 0.5, 0.5, null, List.of(), false, position);
        }

        @Override
        public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
            java.util.Arrays.fill(destination, 0, height * width, (byte) position.row());
        }

        @Override
        public void close() {}
    }

    @Test
    void ofPlatesTheCountsAndTheFirstImagesAreTold() throws IOException {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            fields.add(new Field(new WellPosition("P", i / 6, i / 2 % 3, i % 2)));
        }
        Path plate = folder.resolve("plate.ome.zarr");
        FilesetWriter.write(fields, new FolderZarrStore(plate), WriteOptions.defaults());

        JsonNode found = inspected(plate, "--images", "3");

        assertThat(found.path("kind").asText()).isEqualTo("OME-Zarr plate");
        assertThat(found.path("plate").asText()).isEqualTo("P");
        assertThat(found.path("wells").asInt()).isEqualTo(6);
        assertThat(found.path("images").asInt()).isEqualTo(12);
        assertThat(found.path("first")).hasSize(3);
        assertThat(found.path("first").path(2).path("path").asText()).isEqualTo("A/2/0");
        assertThat(found.path("first").path(2).path("well").asText()).isEqualTo("A2, field 1");
        Path again = folder.resolve("again.ome.zarr");
        assertThat(run(new ConvertCommand(), plate, again)).isZero();
        assertThat(inspected(again).path("wells").asInt()).isEqualTo(6);
        out.getBuffer().setLength(0);
        assertThat(run(new InspectCommand(), plate)).isZero();
        assertThat(out.toString()).contains("images: 12").contains("  well: A1, field 2");
    }

    @Test
    void otherFilesAreToldWithWhatCouldRevealPersons() throws IOException {
        Path picture = Files.copy(folder.resolve("stem.png"), folder.resolve("patient_Anna_Example_MRN1234567.png"));

        JsonNode found = inspected(picture, "--digest");

        assertThat(found.path("shape").asText()).isEqualTo("1x1x1x200x300");
        assertThat(found.path("dtype").asText()).isEqualTo("uint8");
        assertThat(found.path("digest").asText()).isEqualTo(digest);
        assertThat(found.path("findings")).isNotEmpty();
        assertThat(found.path("findings").path(0).path("kind").asText()).isEqualTo("FILE_NAME");
        assertThat(found.path("findings").path(0).path("reason").asText()).isNotBlank();
        assertThat(inspected(folder.resolve("stem.png")).path("findings")).isEmpty();
    }

    @Test
    void ofAnOmeZarrThatIsAFileNamesThatRevealPersonsAreToldToo() throws IOException {
        Path named = Files.move(zarr, folder.resolve("patient_Anna_Example_MRN1234567.ome.zarr"));

        assertThat(inspected(named).path("findings").path(0).path("kind").asText())
                .isEqualTo("FILE_NAME");
    }

    @Test
    void wrongPlacesAreSaidInWords() throws IOException {
        assertThat(run(new ConvertCommand(), "https://example.org/a.zarr", zarr, folder.resolve("b.zarr")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("read alone");
        assertThat(run(new ConvertCommand(), zarr, "s3://bucket/b.zarr")).isEqualTo(2);
        assertThat(err.toString()).contains("the folder that is written");
        assertThat(run(new InspectCommand(), "gs://bucket/b.zarr")).isEqualTo(1);
        assertThat(err.toString()).contains("begins with gs://").contains("s3");
        assertThat(run(new InspectCommand(), folder.resolve("gone.zarr"))).isEqualTo(1);
        assertThat(err.toString()).contains("gone.zarr").doesNotContain("\tat ");
    }

    @Test
    void aLabelFileThatWouldReplaceOneOfTheInputIsRefused() throws IOException {
        Path again = folder.resolve("again.ome.zarr");

        assertThat(run(new ConvertCommand(), zarr, again, "--labels", folder.resolve("cells.png")))
                .isEqualTo(1);

        assertThat(err.toString()).contains("called cells already");
        assertThat(again).doesNotExist();
    }
}
