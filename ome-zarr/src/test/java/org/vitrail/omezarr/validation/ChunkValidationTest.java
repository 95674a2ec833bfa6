package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.omezarr.validation.Hierarchies.change;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.ChunkCompression;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ZipZarrStore;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/** Every stored chunk is decoded, on several threads; what is damaged or does not belong is named. */
class ChunkValidationTest {

    private final MemoryZarrStore sharded = new MemoryZarrStore();

    @BeforeEach
    void write() throws IOException {
        write(sharded, NgffVersion.V0_5, ChunkCompression.BLOSC_ZSTD);
    }

    private static void write(MemoryZarrStore store, NgffVersion ngff, ChunkCompression compression)
            throws IOException {
        write(new PixelShape(1, 2, 3, 300, 520), store, ngff, compression);
    }

    private static void write(PixelShape shape, MemoryZarrStore store, NgffVersion ngff, ChunkCompression compression)
            throws IOException {
        OmeZarrWriter.write(
                FormulaPixels.of(shape, PixelType.UINT16, (t, c, z, y, x) -> x * 7 + y * z + c),
                store,
                WriteOptions.defaults().withNgff(ngff).withCompression(compression));
    }

    private static Validation.Checked checked(ZarrStore store) {
        return Hierarchies.checked(store, new ValidationOptions(true, 3));
    }

    @ParameterizedTest
    @EnumSource(ChunkCompression.class)
    void chunksOfEveryCodecAreCounted(ChunkCompression compression) throws IOException {
        for (NgffVersion ngff : NgffVersion.values()) {
            MemoryZarrStore store = new MemoryZarrStore();
            write(store, ngff, compression);

            Validation.Checked checked = checked(store);

            assertThat(checked.findings()).isEmpty();
            // 6 planes of 2 × 3, 1 × 2 and 1 × 1 chunks
            assertThat(checked.looked().chunks()).isEqualTo(6 * (6 + 2 + 1));
            assertThat(checked.looked().decodedBytes()).isEqualTo(6L * 2 * (6 * 256 * 256 + 2 * 150 * 256 + 75 * 130));
        }
    }

    @Test
    void aDamagedChunkIsNamedByKeyAndOffsetAndTheOthersAreDecoded() {
        String key = sharded.objects.keySet().stream()
                .filter(k -> k.startsWith("0/c/"))
                .findFirst()
                .orElseThrow();
        byte[] shard = sharded.objects.get(key).clone();
        shard[20] ^= 0x40;
        shard[40] ^= 0x40;
        sharded.put(key, shard);

        Validation.Checked checked = checked(sharded);

        assertThat(checked.findings()).hasSize(1);
        assertThat(checked.findings().get(0).rule()).isEqualTo(Rule.DAMAGED_CHUNK);
        assertThat(checked.findings().get(0).path()).isEqualTo(key);
        assertThat(checked.findings().get(0).problem()).contains("chunk 0 at offset 0, ");
        assertThat(checked.looked().chunks()).isEqualTo(53);
    }

    @Test
    void aShardThatWasCutHasNoIndex() {
        String key = sharded.objects.keySet().stream()
                .filter(k -> k.startsWith("1/c/"))
                .findFirst()
                .orElseThrow();
        byte[] shard = sharded.objects.get(key);
        sharded.put(key, Arrays.copyOf(shard, shard.length / 2));

        Validation.Checked checked = checked(sharded);

        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.DAMAGED_CHUNK);
        assertThat(checked.findings().get(0).path()).isEqualTo(key);
        assertThat(checked.findings().get(0).problem()).contains("at the shard's end: its CRC-32C");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void objectsThatBelongToNoChunkAreWarnedOf(boolean v3) {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putImage(store, "", v3);
        String prefix = v3 ? "0/c/" : "0/";
        for (String key : List.of("0/0", "1/0", "2/0", "0/1", "00/0", "0/0/0", "0.0", "-1/0", ".partial", "x")) {
            store.put(prefix + key, new byte[24]);
        }

        Validation.Checked checked = checked(store);

        assertThat(checked.looked().chunks()).isEqualTo(2);
        assertThat(checked.isValid()).isTrue();
        assertThat(checked.numbers()).containsOnlyKeys(Rule.STRAY_OBJECT).containsEntry(Rule.STRAY_OBJECT, 8L);
    }

    @Test
    void aChunkOfAnotherLengthIsDamaged() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putImage(store, "", false);
        store.put("0/1/0", new byte[23]);

        Validation.Checked checked = checked(store);

        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.DAMAGED_CHUNK);
        assertThat(checked.findings().get(0).path()).isEqualTo("0/1/0");
    }

    @Test
    void whatCannotBeDecodedHereIsSaidToBeUnchecked() {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putImage(store, "", false);
        change(store, "0/.zarray", "/compressor", "{\"id\": \"bz2\", \"level\": 1}");
        change(store, "0/.zarray", "/shape", "[9223372036854775807, 9223372036854775807]");
        store.put("0/0/0", new byte[24]);

        assertThat(Hierarchies.rules(checked(store))).containsExactly(Rule.UNCOMMON, Rule.UNCHECKED_CHUNKS);
    }

    @Test
    void withoutAListEveryPlaceIsAskedForUnlessThereAreTooMany() {
        Validation.Looked listed = checked(sharded).looked();
        Validation.Looked unlisted = checked(new UnlistedStore(sharded)).looked();
        assertThat(unlisted.chunks()).isEqualTo(listed.chunks());
        assertThat(unlisted.decodedBytes()).isEqualTo(listed.decodedBytes());
        assertThat(listed.strays()).isTrue();
        assertThat(unlisted.strays()).isFalse();

        change(sharded, "0/zarr.json", "/shape", "[2, 3, 100000000, 100000000]");
        Validation.Checked checked = checked(new UnlistedStore(sharded));
        assertThat(Hierarchies.rules(checked)).contains(Rule.UNCHECKED_CHUNKS);
        assertThat(checked.looked().chunks()).isEqualTo(6 * 3);
    }

    @Test
    void anArchiveIsCheckedLikeAFolder(@TempDir Path folder) throws IOException {
        Path archive = folder.resolve("a.zarr.zip");
        sharded.put("0/c/stray", new byte[1]);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var object : sharded.objects.entrySet()) {
                out.putNextEntry(new ZipEntry("a.zarr/" + object.getKey()));
                out.write(object.getValue());
                out.closeEntry();
            }
        }
        try (ZarrStore store = ZipZarrStore.open(archive)) {
            Validation.Checked checked = checked(store);

            assertThat(Hierarchies.rules(checked)).containsExactly(Rule.STRAY_OBJECT);
            assertThat(checked.looked()).isEqualTo(checked(sharded).looked());
        }
    }

    /** With a right checksum, so that what the index says is believed. */
    @Test
    void noIndexOfAShardMakesItThrow() throws IOException {
        sharded.objects.clear();
        write(new PixelShape(1, 2, 3, 20, 30), sharded, NgffVersion.V0_5, ChunkCompression.BLOSC_ZSTD);
        String key = sharded.objects.keySet().stream()
                .filter(k -> k.startsWith("0/c/"))
                .findFirst()
                .orElseThrow();
        byte[] sound = sharded.objects.get(key);
        int chunks = 3;
        assertThat(checked(sharded).looked()).isEqualTo(new Validation.Looked(1, 1, 0, 2, 6, 6 * 20 * 30 * 2, 1, true));
        long[] absurd = {
            -1, 0, 1, 7, sound.length, sound.length - 1L, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE
        };
        int noticed = 0;
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] shard = sound.clone();
            ByteBuffer index = ByteBuffer.wrap(shard).order(ByteOrder.LITTLE_ENDIAN);
            int start = shard.length - 16 * chunks - 4;
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                index.putLong(start + 8 * random.nextInt(2 * chunks), absurd[random.nextInt(absurd.length)]);
            }
            CRC32C checksum = new CRC32C();
            checksum.update(shard, start, 16 * chunks);
            index.putInt(shard.length - 4, random.nextInt(10) == 0 ? 1 : (int) checksum.getValue());
            sharded.put(key, shard);

            Validation.Checked checked = Hierarchies.checked(sharded, new ValidationOptions(true, 1));

            noticed += checked.isValid() ? 0 : 1;
            assertThat(Hierarchies.rules(checked)).as("seed " + seed).allMatch(rule -> rule == Rule.DAMAGED_CHUNK);
        }
        assertThat(noticed).isGreaterThan(200);
    }
}
