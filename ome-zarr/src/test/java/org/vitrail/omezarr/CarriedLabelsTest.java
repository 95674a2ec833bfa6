package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.LabelImage;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;

/** Label images come along with their image, or keep it from being written. */
class CarriedLabelsTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    @Test
    void labelImagesKeepNamesAndValuesAndAreListed() throws IOException {
        WrittenFileset written =
                FilesetWriter.write(List.of(LabeledImages.image("a", 5, null)), store, WriteOptions.defaults());

        OmeZarrReader reader = OmeZarrImages.open(store).reader(0);
        assertThat(reader.labels()).containsExactly("nuclei-of-all", "cells");
        assertThat(reader.label("nuclei-of-all").name()).isEqualTo("nuclei of all");
        assertThat(reader.label("cells").level(0).type()).isEqualTo(PixelType.INT16);
        assertThat(PixelDigest.of(reader.label("cells").level(0)))
                .isEqualTo(PixelDigest.of(LabeledImages.labels(PixelType.INT16, 6)));
        assertThat(written.images().get(0).labels())
                .extracting(WrittenFileset.WrittenLabel::name)
                .containsExactly("nuclei-of-all", "cells");
        assertThat(written.objects()).extracting(StoredObject::key).containsExactlyElementsOf(store.objects.keySet());
    }

    @Test
    void labelsGoOnAfterACrashWithTheSameBytes() throws IOException {
        MemoryZarrStore whole = new MemoryZarrStore();
        FilesetWriter.write(List.of(LabeledImages.image("a", 5, null)), whole, WriteOptions.defaults());
        FormulaPixels dying = FormulaPixels.of(new PixelShape(1, 2, 1, 40, 50), PixelType.UINT16, (t, c, z, y, x) -> {
            throw new ZarrStoreFailure("the machine died");
        });
        WriteOptions resumable = WriteOptions.defaults().resumableAs("a.ome.zarr 1");
        PixelSource first = new LabeledImages.Labeled(
                dying, LabeledImages.image("a", 5, null).labels());
        assertThatThrownBy(() -> FilesetWriter.write(List.of(first), store, resumable))
                .hasMessageContaining("died");

        FilesetWriter.write(List.of(LabeledImages.image("a", 5, null)), store, resumable);

        assertThat(store.objects.keySet()).isEqualTo(whole.objects.keySet());
        whole.objects.forEach(
                (key, bytes) -> assertThat(store.objects.get(key)).as(key).isEqualTo(bytes));
    }

    @Test
    void floatingLabelsAndLabelsOfOneNameAreRefusedBeforeAnythingIsWritten() {
        PixelSource pixels = LabeledImages.labels(PixelType.UINT8, 1);
        PixelSource floating = new LabeledImages.Labeled(
                pixels, List.of(new LabelImage("p", LabeledImages.labels(PixelType.FLOAT32, 1))));
        PixelSource twice = new LabeledImages.Labeled(
                pixels, List.of(new LabelImage("a b", pixels), new LabelImage("a-b", pixels)));

        for (PixelSource source : List.of(floating, twice)) {
            assertThatThrownBy(() -> FilesetWriter.write(List.of(pixels, source), store, WriteOptions.defaults()))
                    .isInstanceOf(UnsupportedImage.class)
                    .hasMessageMatching(".*(float32|a-b).*");
        }
        assertThat(store.objects).isEmpty();
    }
}
