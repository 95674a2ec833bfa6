package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.omezarr.validation.Hierarchies.change;

import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.ListableZarrStore;
import org.vitrail.omezarr.ListingRefused;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/** Noted pixel digests are held against the pixels; and what a store that may not be listed leaves unknown is said. */
class DigestAndStraysTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    @BeforeEach
    void write() throws IOException {
        write(store, 0, NgffVersion.V0_5);
    }

    private static void write(MemoryZarrStore store, int added, NgffVersion ngff) throws IOException {
        OmeZarrWriter.write(
                FormulaPixels.of(
                        new PixelShape(1, 1, 1, 60, 70), PixelType.UINT16, (t, c, z, y, x) -> x * 7 + y + added + 1),
                store,
                WriteOptions.defaults().withNgff(ngff));
    }

    private static Validation.Checked checked(MemoryZarrStore store) {
        return Hierarchies.checked(store, ValidationOptions.everything());
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void pixelsOfAnotherImageDiffer(NgffVersion ngff) throws IOException {
        MemoryZarrStore one = new MemoryZarrStore();
        write(one, 0, ngff);
        assertThat(checked(one).findings()).isEmpty();
        assertThat(checked(one).looked().digests()).isEqualTo(1);
        MemoryZarrStore other = new MemoryZarrStore();
        write(other, 1, ngff);
        other.objects.forEach((key, bytes) -> {
            if (key.matches("0/(c/)?[0-9/]+")) {
                one.put(key, bytes);
            }
        });

        Validation.Checked checked = checked(one);

        assertThat(Hierarchies.rules(checked)).containsExactly(Rule.PIXEL_DIGEST);
        assertThat(checked.isValid()).isFalse();
        assertThat(checked.findings().get(0).path()).endsWith("/vitrail/pixelDigest");
        assertThat(checked.findings().get(0).section()).contains("vitrail-pixels-1");
        assertThat(Hierarchies.checked(one, ValidationOptions.metadata()).findings())
                .isEmpty();
    }

    @Test
    void imagesOfOthersHaveNoDigest() {
        MemoryZarrStore foreign = new MemoryZarrStore();
        Hierarchies.putImage(foreign, "", true);

        assertThat(checked(foreign).findings()).isEmpty();
        assertThat(checked(foreign).looked().digests()).isZero();
    }

    @Test
    void aDigestThatIsNoTextIsAnErrorAndADamagedImageIsNotCompared() {
        change(store, "zarr.json", "/attributes/vitrail/pixelDigest", "12");
        assertThat(Hierarchies.rules(checked(store))).containsExactly(Rule.WRONG_TYPE);

        change(store, "zarr.json", "/attributes/vitrail/pixelDigest", "\"abc\"");
        store.put("0/c/0/0", new byte[100]);
        assertThat(Hierarchies.rules(checked(store))).containsExactly(Rule.DAMAGED_CHUNK);
        assertThat(checked(store).looked().digests()).isZero();
    }

    /** Nothing is stored of it, and reading it would take days. */
    @Test
    void anImageThatClaimsToBeVastIsNotCompared() {
        change(store, "0/zarr.json", "/shape", "[100000000, 10000000]");

        Validation.Checked checked = checked(store);

        assertThat(checked.looked().digests()).isZero();
        assertThat(checked.findings())
                .anyMatch(finding -> finding.rule() == Rule.UNCHECKED_CHUNKS
                        && finding.problem().contains("much larger than what is stored"));
    }

    /** A bucket that gives its objects and not their list. */
    private static final class Closed extends UnlistedStore implements ListableZarrStore {

        Closed(MemoryZarrStore store) {
            super(store);
        }

        @Override
        public void list(String prefix, Consumer<String> key) {
            throw new ListingRefused("AccessDenied", null);
        }
    }

    @Test
    void aStoreThatMayNotBeListedIsReadByPlaces() {
        store.put("0/stray", new byte[1]);

        Validation.Checked listed = checked(store);
        Validation.Checked closed = Hierarchies.checked(new Closed(store), ValidationOptions.everything());

        assertThat(Hierarchies.rules(listed)).containsExactly(Rule.STRAY_OBJECT);
        assertThat(listed.looked().strays()).isTrue();
        assertThat(closed.findings()).isEmpty();
        assertThat(closed.looked().strays()).isFalse();
        assertThat(closed.looked().chunks()).isEqualTo(listed.looked().chunks());
    }

    @Test
    void keysWithLineBreaksAreNotPrintedRaw() {
        store.put("0/a\n\u001b[31mb", new byte[1]);

        assertThat(checked(store).findings().get(0).path()).isEqualTo("0/a??[31mb");
    }
}
