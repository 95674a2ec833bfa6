package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/** A conversion that died goes on where it was, and comes out as if it had not. */
class ConversionJournalTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final MemoryZarrStore store = new MemoryZarrStore();

    /** Planes are wide enough that a shard holds few of them; z spacing makes volumes. */
    private PixelSource image(int seed) {
        return FormulaPixels.of(new PixelShape(3, 70, 1, 600, 500), PixelType.UINT16, (t, c, z, y, x) -> {
            if (x == 0 && y == 0) {
                reads.incrementAndGet();
            }
            return c % 5 == 4 ? 0 : (x * 7 + y * 13 + c * 101 + t + seed) % 4000;
        });
    }

    private static WriteOptions options(NgffVersion version) {
        return WriteOptions.defaults().withNgff(version).resumableAs("image.tif 123 2026-11-25");
    }

    /** A store whose machine dies at the n-th object. */
    private ZarrStore dyingAt(int objects) {
        AtomicInteger left = new AtomicInteger(objects);
        return new ZarrStore() {
            @Override
            public void put(String key, byte[] bytes) {
                if (left.decrementAndGet() < 0) {
                    throw new ZarrStoreFailure("the machine died");
                }
                store.put(key, bytes);
            }

            @Override
            public java.util.Optional<byte[]> find(String key) {
                return store.find(key);
            }

            @Override
            public byte[] range(String key, long offset, int length) {
                return store.range(key, offset, length);
            }

            @Override
            public java.util.Optional<byte[]> suffix(String key, int length) {
                return store.suffix(key, length);
            }

            @Override
            public void delete(String key) {
                store.delete(key);
            }
        };
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void whatWasStoredIsNotReadFromTheSourceAgainAndBytesAreTheSame(NgffVersion version) throws IOException {
        MemoryZarrStore whole = new MemoryZarrStore();
        WrittenImage expected =
                OmeZarrWriter.write(image(0), whole, WriteOptions.defaults().withNgff(version));
        int all = reads.getAndSet(0);
        int objects = version == NgffVersion.V0_5 ? 110 : 1300;
        assertThatThrownBy(() -> OmeZarrWriter.write(image(0), dyingAt(objects), options(version)))
                .hasMessageContaining("the machine died");
        assertThat(store.objects).doesNotContainKeys("zarr.json", ".zattrs");
        reads.set(0);

        WrittenImage resumed = OmeZarrWriter.write(image(0), store, options(version));

        assertThat(reads.get()).isPositive().isLessThan(all * 3 / 4);
        assertThat(resumed.objects()).isEqualTo(expected.objects());
        assertThat(resumed.digest()).isEqualTo(expected.digest());
        assertThat(resumed.channels()).isEqualTo(expected.channels());
        assertThat(resumed.quality()).isEqualTo(expected.quality());
        assertThat(resumed.perceptualHash()).isEqualTo(expected.perceptualHash());
        assertThat(resumed.thumbnailJpeg()).isEqualTo(expected.thumbnailJpeg());
        assertThat(store.objects.keySet()).isEqualTo(whole.objects.keySet());
        whole.objects.forEach(
                (key, bytes) -> assertThat(store.objects.get(key)).as(key).isEqualTo(bytes));
    }

    @Test
    void anotherSourceIsNeverGoneOnWith() throws IOException {
        assertThatThrownBy(() -> OmeZarrWriter.write(image(0), dyingAt(110), options(NgffVersion.V0_5)))
                .isInstanceOf(ZarrStoreFailure.class);

        WrittenImage other =
                OmeZarrWriter.write(image(1), store, options(NgffVersion.V0_5).resumableAs("another file"));

        assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0)))
                .isEqualTo(other.digest())
                .isEqualTo(PixelDigest.of(image(1)));
        assertThat(store.objects.keySet()).noneMatch(key -> key.contains("journal"));
    }

    @Test
    void anObjectThatWasDamagedSinceIsMadeAgain() throws IOException {
        assertThatThrownBy(() -> OmeZarrWriter.write(image(0), dyingAt(110), options(NgffVersion.V0_5)))
                .isInstanceOf(ZarrStoreFailure.class);
        store.objects.computeIfPresent("0/c/0/0/0/0", (key, bytes) -> new byte[bytes.length]);
        store.objects.remove("0/c/0/1/0/0");

        WrittenImage resumed = OmeZarrWriter.write(image(0), store, options(NgffVersion.V0_5));

        assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0))).isEqualTo(resumed.digest());
    }
}
