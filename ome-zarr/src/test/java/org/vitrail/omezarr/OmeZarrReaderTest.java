package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.PixelsException;

class OmeZarrReaderTest {

    private final MemoryZarrStore store = new MemoryZarrStore();
    private final PixelSource image = FormulaPixels.of(
            new PixelShape(1, 2, 3, 700, 800),
            PixelType.UINT16,
            (t, c, z, y, x) -> (x * 31 + y * 7 + z * 11 + c) % 60_000);

    @BeforeEach
    void write() throws IOException {
        OmeZarrWriter.write(image, store, WriteOptions.defaults());
    }

    @Test
    void anyWindowIsRead() throws IOException {
        PixelSource level = OmeZarrReader.open(store).level(0);
        byte[] ours = new byte[300 * 301 * 2];
        byte[] expected = new byte[ours.length];
        for (int[] corner : new int[][] {{0, 0}, {255, 255}, {400, 499}, {1, 256}}) {
            level.read(0, 1, 2, corner[0], corner[1], 300, 301, ours);
            image.read(0, 1, 2, corner[0], corner[1], 300, 301, expected);
            assertThat(Arrays.equals(ours, expected)).isTrue();
        }
        assertThatThrownBy(() -> level.read(0, 2, 0, 0, 0, 1, 1, ours)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> level.read(0, 0, 0, 699, 0, 2, 1, ours)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> level.read(0, 0, 0, Long.MAX_VALUE, 0, 1, 1, ours))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aChunkOverHttpCostsTwoRangeRequestsAtMostAndTheNextOne() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = serve(asked);
        try {
            URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a.ome.zarr");
            PixelSource level = OmeZarrReader.open(new HttpZarrStore(root)).level(0);
            byte[] tile = new byte[256 * 256 * 2];
            asked.clear();
            level.read(0, 0, 0, 0, 0, 256, 256, tile);
            assertThat(asked).hasSize(2).allMatch(line -> line.contains("bytes="));
            level.read(0, 0, 0, 256, 0, 256, 256, tile);
            assertThat(asked).hasSize(3);
            assertThat(PixelDigest.of(level)).isEqualTo(PixelDigest.of(image));
        } finally {
            server.stop(0);
        }
    }

    private HttpServer serve(List<String> asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/a.ome.zarr/", exchange -> {
            String key = exchange.getRequestURI().getPath().substring("/a.ome.zarr/".length());
            String range = exchange.getRequestHeaders().getFirst("Range");
            asked.add(key + " " + range);
            byte[] body = store.objects.get(key);
            int status = body == null ? 404 : range == null ? 200 : 206;
            if (body != null && range != null) {
                String[] ends = range.substring(6).split("-", 2);
                int from = ends[0].isEmpty()
                        ? Math.max(0, body.length - Integer.parseInt(ends[1]))
                        : Integer.parseInt(ends[0]);
                int to = ends[0].isEmpty() ? body.length : Math.min(body.length, Integer.parseInt(ends[1]) + 1);
                body = Arrays.copyOfRange(body, from, to);
            }
            try (exchange) {
                exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
                if (body != null) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0/zarr.json | \"shape\" : [ 2, 3, 700, 800 ] | \"shape\" : [ 9223372036854775807, 9223372036854775807, 700, 800 ] | length 9223372036854775807",
                "0/zarr.json | \"shape\" : [ 2, 3, 700, 800 ] | \"shape\" : [ 281474976710656, 281474976710656, 700, 800 ] | overflow",
                "0/zarr.json | \"shape\" : [ 2, 3, 700, 800 ] | \"shape\" : [ 99999999999999999999, 3, 700, 800 ] | length",
                "0/zarr.json | \"shape\" : [ 2, 3, 700, 800 ] | \"shape\" : [ 0, 3, 700, 800 ] | length 0",
                "0/zarr.json | \"shape\" : [ 2, 3, 700, 800 ] | \"shape\" : [ 700, 800 ] | number of axes",
                "0/zarr.json | [ 1, 1, 256, 256 ] | [ 1, 1, 0, 256 ] | length 0",
                "0/zarr.json | [ 1, 1, 256, 256 ] | [ 1, 1, 250, 256 ] | divide",
                "0/zarr.json | [ 1, 3, 768, 1024 ] | [ 1, 2147483648, 768, 1024 ] | chunk_shape",
                "0/zarr.json | uint16 | complex64 | complex64",
                "0/zarr.json | \"name\" : \"blosc\" | \"name\" : \"lzma\" | lzma",
                "0/zarr.json | \"zarr_format\" : 3 | \"zarr_format\" : 2 | zarr_format",
                "zarr.json | \"path\" : \"0\" | \"path\" : \"../../etc\" | could lead out",
                "zarr.json | \"path\" : \"0\" | \"path\" : \"/etc\" | could lead out",
                "zarr.json | \"path\" : \"0\" | \"path\" : \"9\" | absent",
                "zarr.json | multiscales | multiscale | multiscales",
                "zarr.json | \"name\" : \"c\" | \"name\" : \"q\" | axes",
                "zarr.json | { | [ | JSON"
            })
    void hostileMetadataAreRefusedWithTheirKey(String key, String from, String to, String message) {
        String document = new String(store.objects.get(key), StandardCharsets.UTF_8);
        assertThat(document).contains(from);
        int at = document.indexOf(from);
        String changed = document.substring(0, at) + to + document.substring(at + from.length());
        store.put(key, changed.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> OmeZarrReader.open(store).level(0))
                .isInstanceOf(PixelsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void damagedShardsAreNamed() throws IOException {
        String key = "0/c/0/0/0/0";
        byte[] shard = store.objects.get(key);
        PixelSource level = OmeZarrReader.open(store).level(0);
        byte[] tile = new byte[256 * 256 * 2];

        byte[] badIndex = shard.clone();
        badIndex[badIndex.length - 10] ^= 1;
        assertDamaged(key, badIndex, "CRC-32C");

        byte[] badChunk = shard.clone();
        Arrays.fill(badChunk, 0, 16, (byte) 0x7f);
        assertDamaged(key, badChunk, "blosc header");

        assertDamaged(key, Arrays.copyOf(shard, 100), "index has 100 bytes");
        assertDamaged(key, new byte[0], "index has 0 bytes");
        level.read(0, 0, 0, 0, 0, 256, 256, tile);
    }

    @Test
    void aBloscHeaderThatClaimsGigabytesMakesNone() {
        String key = "0/c/0/0/0/0";
        byte[] bomb = store.objects.get(key).clone();
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE - 100);

        assertDamaged(key, bomb, "claims");
    }

    private void assertDamaged(String key, byte[] bytes, String message) {
        byte[] sound = store.objects.put(key, bytes);
        PixelSource level = OmeZarrReader.open(store).level(0);
        assertThatThrownBy(() -> level.read(0, 0, 0, 0, 0, 256, 256, new byte[256 * 256 * 2]))
                .isInstanceOf(UnreadableZarr.class)
                .hasMessageContaining(key)
                .hasMessageContaining(message);
        store.objects.put(key, sound);
    }

    @Test
    void keysAndLinksDoNotLeadOutOfAFolder(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        Path root = Files.createDirectory(folder.resolve("a.ome.zarr"));
        Files.createSymbolicLink(root.resolve("link"), secret);
        FolderZarrStore zarr = new FolderZarrStore(root);

        for (String key : List.of("../secret", "a/../../secret", "/etc/passwd", "", "a//b", "a\\b", "a\u0000b")) {
            assertThatThrownBy(() -> zarr.find(key)).isInstanceOf(UnreadableZarr.class);
        }
        assertThatThrownBy(() -> zarr.find("link")).hasMessageContaining("leads out");
        assertThat(zarr.find("absent")).isEmpty();
        assertThat(zarr.find("absent/below")).isEmpty();
    }

    @Test
    void anAbsentChunkIsFillValueAndAnAbsentImageIsSaid() throws IOException {
        store.objects.keySet().removeIf(key -> key.startsWith("0/c/0"));
        byte[] tile = new byte[20];
        Arrays.fill(tile, (byte) 9);
        OmeZarrReader.open(store).level(0).read(0, 0, 0, 0, 0, 1, 10, tile);
        assertThat(tile).containsOnly(0);

        assertThatThrownBy(() -> OmeZarrReader.open(new MemoryZarrStore()))
                .hasMessageContaining("There is no OME-Zarr");
    }
}
