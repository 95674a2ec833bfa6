package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;

class LabelWritingTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    @Test
    void labelIdsNeverMix() throws IOException {
        PixelSource cells = FormulaPixels.of(
                new PixelShape(1, 1, 1, 700, 900),
                PixelType.UINT32,
                (t, c, z, y, x) -> (x / 7 + y / 5 * 1000) % 3 == 0 ? 0 : 70_000 + x / 7);
        OmeZarrWriter.write(
                FormulaPixels.mixed(new PixelShape(1, 1, 1, 700, 900), PixelType.UINT8),
                store,
                WriteOptions.defaults());

        WrittenImage written = OmeZarrWriter.writeLabels(cells, store, "cells", WriteOptions.defaults());
        OmeZarrWriter.writeLabels(cells, store, "more.cells-2", WriteOptions.defaults());

        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(reader.labels()).containsExactly("cells", "more.cells-2");
        OmeZarrReader labels = reader.label("cells");
        assertThat(PixelDigest.of(labels.level(0))).isEqualTo(written.digest()).isEqualTo(PixelDigest.of(cells));
        assertThat(labels.levels()).hasSameSizeAs(reader.levels());
        byte[] small = new byte[4 * 175 * 225];
        labels.level(2).read(0, 0, 0, 0, 0, 175, 225, small);
        for (int i = 0; i < small.length / 4; i++) {
            double id = SampleValues.at(PixelType.UINT32, small, i);
            assertThat(id == 0 || id >= 70_000 && id <= 70_128).isTrue();
        }
        assertThat(written.objects())
                .extracting(StoredObject::key)
                .contains("labels/zarr.json")
                .allMatch(key -> key.startsWith("labels/"));
        assertThat(written.channels()).isEmpty();
    }

    @Test
    void labelsThatCannotBeAreRefused() {
        PixelSource floats = FormulaPixels.mixed(new PixelShape(1, 1, 1, 9, 9), PixelType.FLOAT32);
        PixelSource bytes = FormulaPixels.mixed(new PixelShape(1, 1, 1, 9, 9), PixelType.UINT8);

        assertThatThrownBy(() -> OmeZarrWriter.writeLabels(floats, store, "a", WriteOptions.defaults()))
                .hasMessageContaining("whole numbers");
        for (String name : List.of("", "..", "a/b", ".hidden", "é", "zarr.json")) {
            assertThatThrownBy(() -> OmeZarrWriter.writeLabels(bytes, store, name, WriteOptions.defaults()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(store.objects).isEmpty();
    }
}
