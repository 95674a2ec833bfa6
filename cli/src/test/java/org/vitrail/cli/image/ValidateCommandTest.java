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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {

    @TempDir
    private Path folder;

    private Path zarr;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void convert() throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 300 * 200; i++) {
            image.getRaster().setSample(i % 300, i / 300, 0, i % 251);
        }
        Path picture = folder.resolve("a.png");
        ImageIO.write(image, "png", picture.toFile());
        zarr = folder.resolve("a.ome.zarr");
        assertThat(run(new ConvertCommand(), picture, zarr)).isZero();
        out.getBuffer().setLength(0);
    }

    private int run(Object command, Object... arguments) {
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private void damageAChunk() throws IOException {
        Path shard = zarr.resolve("0/c/0/0");
        byte[] bytes = Files.readAllBytes(shard);
        bytes[5] ^= 0x55;
        Files.write(shard, bytes);
    }

    @Test
    void whatIsWrittenIsValid() {
        assertThat(run(new ValidateCommand(), zarr, "--chunks")).isZero();

        assertThat(out.toString())
                .startsWith("Valid OME-Zarr 0.5: 0 errors, 0 warnings; 1 images, 2 arrays, 3 chunks of ");
    }

    @Test
    void aDamagedChunkIsFoundOnlyWhenChunksAreRead() throws IOException {
        damageAChunk();

        assertThat(run(new ValidateCommand(), zarr)).isZero();
        assertThat(run(new ValidateCommand(), zarr, "--chunks")).isEqualTo(1);

        assertThat(out.toString())
                .contains("ERROR 0/c/0/0: chunk 0 at offset 0, ")
                .contains("Not valid OME-Zarr 0.5: 1 errors, 0 warnings");
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        damageAChunk();

        assertThat(run(new ValidateCommand(), zarr, "--chunks", "--json")).isEqualTo(1);

        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("version").asText()).isEqualTo("0.5");
        assertThat(told.path("valid").asBoolean(true)).isFalse();
        assertThat(told.path("errors").asInt()).isEqualTo(1);
        assertThat(told.path("looked").path("chunks").asInt()).isEqualTo(2);
        assertThat(told.path("findings")).hasSize(1);
        JsonNode finding = told.path("findings").path(0);
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("rule").asText()).isEqualTo("DAMAGED_CHUNK");
        assertThat(finding.path("path").asText()).isEqualTo("0/c/0/0");
        assertThat(finding.path("section").asText()).isEqualTo("Zarr v3 core, chunk grids");
    }

    @Test
    void whereThereIsNothingTheExitCodeIsTwo() throws IOException {
        assertThat(run(new ValidateCommand(), folder.resolve("nothing"))).isEqualTo(2);
        assertThat(err.toString()).contains("is not there");
        assertThat(run(new ValidateCommand(), folder.resolve("nothing"), "--json"))
                .isEqualTo(2);
        assertThat(new ObjectMapper().readTree(out.toString()).path("unread").asText())
                .contains("is not there");
        assertThat(run(new ValidateCommand(), "http://127.0.0.1:1/a.zarr")).isEqualTo(2);
        assertThat(run(new ValidateCommand(), "http://[broken")).isEqualTo(2);
    }

    @Test
    void anAddressIsValidatedToo() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = zarr.resolve(exchange.getRequestURI().getPath().substring(3));
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                String range = exchange.getRequestHeaders().getFirst("Range");
                int from = 0;
                int to = bytes.length;
                if (range != null && range.startsWith("bytes=-")) {
                    from = Math.max(0, to - Integer.parseInt(range.substring(7)));
                } else if (range != null) {
                    String[] ends = range.substring(6).split("-");
                    from = Integer.parseInt(ends[0]);
                    to = Math.min(to, Integer.parseInt(ends[1]) + 1);
                }
                exchange.sendResponseHeaders(range == null ? 200 : 206, to - from);
                exchange.getResponseBody().write(bytes, from, to - from);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/z/";

            assertThat(run(new ValidateCommand(), address, "--chunks")).isZero();
            assertThat(out.toString()).contains(" 3 chunks of ");

            damageAChunk();
            assertThat(run(new ValidateCommand(), address, "--chunks")).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }
}
