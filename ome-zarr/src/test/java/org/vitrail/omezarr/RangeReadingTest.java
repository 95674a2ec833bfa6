package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.codec.Crc32cCodec;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;

/** What reading asks of a store, counted; and what is said of chunks that are damaged. */
class RangeReadingTest {

    private static final String SHARD = "0/c/0/0/0/0";
    private static final int CHUNKS = 4 * 3 * 3;

    private final MemoryZarrStore stored = new MemoryZarrStore();
    private final List<String> asked = new ArrayList<>();
    private final PixelSource image = FormulaPixels.of(
            new PixelShape(1, 2, 3, 700, 800),
            PixelType.UINT16,
            (t, c, z, y, x) -> (x * 31 + y * 7 + z * 11 + c) % 60_000);

    /** Notes every question. */
    private final ZarrStore counting = new ZarrStore() {
        @Override
        public void put(String key, byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> find(String key) {
            asked.add("whole " + key);
            return stored.find(key);
        }

        @Override
        public Optional<byte[]> find(String key, int mostBytes) {
            return find(key);
        }

        @Override
        public byte[] range(String key, long offset, int length) {
            asked.add("range " + key);
            return stored.range(key, offset, length);
        }

        @Override
        public Optional<byte[]> findRange(String key, long offset, int length) {
            asked.add("range " + key);
            return stored.find(key).map(all -> stored.range(key, offset, length));
        }

        @Override
        public Optional<byte[]> suffix(String key, int length) {
            asked.add("suffix " + key);
            return stored.suffix(key, length);
        }
    };

    @BeforeEach
    void write() throws IOException {
        OmeZarrWriter.write(image, stored, WriteOptions.defaults());
    }

    private void assertTile(PixelSource level, int c, int z, int y, int x) throws IOException {
        byte[] ours = new byte[256 * 256 * 2];
        byte[] expected = new byte[ours.length];
        level.read(0, c, z, y, x, 256, 256, ours);
        image.read(0, c, z, y, x, 256, 256, expected);
        assertThat(ours).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "below/"})
    void aTileCostsTheIndexAndTheChunkAndFurtherTilesOfItsShardTheChunkAlone(String prefix) throws IOException {
        List.copyOf(stored.objects.keySet()).forEach(key -> stored.objects.put(prefix + key, stored.objects.get(key)));
        ZarrStore store = prefix.isEmpty() ? counting : new SubfolderStore(counting, prefix);
        PixelSource level = OmeZarrReader.open(store).level(0);
        asked.clear();

        assertTile(level, 0, 0, 0, 0);
        assertThat(asked).containsExactly("suffix " + prefix + SHARD, "range " + prefix + SHARD);
        asked.clear();
        assertTile(level, 0, 2, 256, 512);
        assertThat(asked).containsExactly("range " + prefix + SHARD);
        asked.clear();
        assertTile(level, 1, 0, 0, 0);
        assertThat(asked).containsExactly("suffix " + prefix + "0/c/1/0/0/0", "range " + prefix + "0/c/1/0/0/0");
    }

    @Test
    void partsOfOneChunkAreTakenFromTheCache() throws IOException {
        PixelSource level = OmeZarrReader.open(counting).level(0);
        asked.clear();
        for (int row = 0; row < 256; row++) {
            level.read(0, 0, 0, row, 0, 1, 256, new byte[512]);
        }

        assertThat(asked).hasSize(2);
    }

    @Test
    void anIndexAtTheShardsStartCostsNoMore() throws IOException {
        byte[] shard = stored.objects.get(SHARD);
        int indexBytes = 16 * CHUNKS + 4;
        ByteBuffer index = ByteBuffer.allocate(16 * CHUNKS).order(ByteOrder.LITTLE_ENDIAN);
        index.put(0, shard, shard.length - indexBytes, 16 * CHUNKS);
        for (int i = 0; i < CHUNKS; i++) {
            index.putLong(16 * i, index.getLong(16 * i) + indexBytes);
        }
        byte[] turned = new byte[shard.length];
        System.arraycopy(new Crc32cCodec().encode(index.array()), 0, turned, 0, indexBytes);
        System.arraycopy(shard, 0, turned, indexBytes, shard.length - indexBytes);
        stored.put(SHARD, turned);
        String array = new String(stored.objects.get("0/zarr.json"), StandardCharsets.UTF_8);
        assertThat(array).contains("\"index_location\" : \"end\"");
        stored.put(
                "0/zarr.json",
                array.replace("\"index_location\" : \"end\"", "\"index_location\" : \"start\"")
                        .getBytes(StandardCharsets.UTF_8));
        PixelSource level = OmeZarrReader.open(counting).level(0);
        asked.clear();

        assertTile(level, 0, 0, 256, 256);
        assertTile(level, 0, 1, 256, 256);

        assertThat(asked).containsExactly("range " + SHARD, "range " + SHARD, "range " + SHARD);
    }

    @Test
    void aShardThatIsAbsentIsAskedForOnce() throws IOException {
        stored.objects.remove(SHARD);
        PixelSource level = OmeZarrReader.open(counting).level(0);
        asked.clear();
        byte[] tile = new byte[256 * 256 * 2];

        level.read(0, 0, 0, 0, 0, 256, 256, tile);
        level.read(0, 0, 1, 0, 256, 256, 256, tile);

        assertThat(tile).containsOnly(0);
        assertThat(asked).containsExactly("suffix " + SHARD);
    }

    @Test
    void storesThatKnowNoRangesOfTheirOwnSayWhatIsAbsent() {
        assertThat(stored.findRange("absent", 0, 4)).isEmpty();
        assertThat(stored.findRange(SHARD, 4, 4)).hasValue(stored.range(SHARD, 4, 4));
        assertThatThrownBy(() -> stored.find(SHARD, 10))
                .isInstanceOf(UnreadableZarr.class)
                .hasMessageContaining(SHARD);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyDamagedChunkOfALevelIsTold(int threads) {
        byte[] shard = stored.objects.get(SHARD).clone();
        ByteBuffer index = ByteBuffer.wrap(shard).order(ByteOrder.LITTLE_ENDIAN);
        int start = shard.length - 16 * CHUNKS - 4;
        for (int chunk : new int[] {0, 7, 35}) {
            index.putInt((int) index.getLong(start + 16 * chunk) + 12, 1);
        }
        stored.put(SHARD, shard);
        List<String> faults = new ArrayList<>();

        assertThat(OmeZarrReader.open(stored).decodeAll(0, threads, faults::add))
                .isTrue();

        assertThat(faults).hasSize(3).allMatch(fault -> fault.contains(SHARD) && fault.contains("chunk at ["));
        assertThat(faults).anyMatch(fault -> fault.contains("[0, 0, 0, 0]"));
        assertThat(OmeZarrReader.open(stored)
                        .decodeAll(1, threads, fault -> assertThat(fault).isNull()))
                .isTrue();
    }

    @Test
    void aDamagedIndexIsToldForEachOfItsChunks() {
        byte[] shard = stored.objects.get(SHARD).clone();
        shard[shard.length - 1] ^= 1;
        stored.put(SHARD, shard);
        List<String> faults = new ArrayList<>();

        OmeZarrReader.open(stored).decodeAll(0, 2, faults::add);

        assertThat(faults).hasSize(CHUNKS).allMatch(fault -> fault.contains("CRC-32C"));
    }

    @Test
    void aLevelOfTooManyPlacesIsNotLookedThrough() {
        String array = new String(stored.objects.get("0/zarr.json"), StandardCharsets.UTF_8);
        stored.put(
                "0/zarr.json",
                array.replace("[ 2, 3, 700, 800 ]", "[ 2, 3, 70000000, 80000000 ]")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(OmeZarrReader.open(stored)
                        .decodeAll(0, 2, fault -> assertThat(fault).isNull()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aWholeLevelIsReadInOrderByAnyNumberOfThreads(int threads) throws IOException {
        byte[] all = OmeZarrReader.open(stored).readAll(0, threads);

        byte[] plane = new byte[700 * 800 * 2];
        for (int i = 0; i < 6; i++) {
            image.read(0, i / 3, i % 3, 0, 0, 700, 800, plane);
            assertThat(java.util.Arrays.equals(all, i * plane.length, (i + 1) * plane.length, plane, 0, plane.length))
                    .isTrue();
        }
        assertThat(all).hasSize(6 * plane.length);
    }

    @Test
    void aLevelThatFillsNoArrayIsRefused() {
        String array = new String(stored.objects.get("0/zarr.json"), StandardCharsets.UTF_8);
        stored.put(
                "0/zarr.json",
                array.replace("[ 2, 3, 700, 800 ]", "[ 2, 3, 7000, 80000 ]").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> OmeZarrReader.open(stored).readAll(0, 2))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("by regions");
    }
}
