package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.FilesetWriter;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.PixelSpacing;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** What Vitrail writes has neither errors nor warnings, chunks included. */
class OwnWritingsTest {

    @TempDir
    private Path folder;

    private static PixelSource pixels(PixelShape shape, PixelType type) {
        return FormulaPixels.of(shape, type, (t, c, z, y, x) -> (x * 7 + y * 13 + z * 101 + c * 40 + t * 17) % 250 + 1);
    }

    private static Validation.Checked clean(ZarrStore store) {
        Validation.Checked checked = Hierarchies.checked(store, ValidationOptions.everything());
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.looked().chunks()).isPositive();
        return checked;
    }

    @ParameterizedTest
    @CsvSource({
        "V0_4, 2, 2, 3, 300, 290, UINT16",
        "V0_5, 2, 2, 3, 300, 290, UINT16",
        "V0_4, 1, 1, 1, 1, 1, UINT8",
        "V0_5, 1, 1, 1, 1, 5000, FLOAT32",
        "V0_5, 1, 1, 40, 70, 80, INT32",
        "V0_5, 1, 3, 1, 1100, 1301, UINT8",
    })
    void anImageWithLabels(NgffVersion ngff, int t, int c, int z, int y, int x, PixelType type) throws IOException {
        PixelShape shape = new PixelShape(t, c, z, y, x);
        WriteOptions options =
                WriteOptions.defaults().withNgff(ngff).withSpacing(new PixelSpacing(0.1, 0.1, z > 1 ? 0.5 : null));
        ZarrStore store = new FolderZarrStore(folder);
        OmeZarrWriter.write(pixels(shape, type), store, options);
        OmeZarrWriter.writeLabels(pixels(shape, PixelType.UINT16), store, "cells", options);
        OmeZarrWriter.writeLabels(
                pixels(new PixelShape(t, 1, z, y, x), PixelType.INT32),
                store,
                "nuclei",
                options.withSpacing(PixelSpacing.UNKNOWN));

        Validation.Checked checked = clean(store);

        assertThat(checked.version()).isEqualTo(ngff.text());
        assertThat(checked.looked().images()).isEqualTo(3);
        assertThat(checked.looked().digests()).isEqualTo(3);
    }

    private static List<PixelSource> images(boolean plate) {
        List<PixelSource> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            WellPosition well = plate ? new WellPosition("screen", i / 2 * 27, i, i % 2) : null;
            SourceMetadata metadata = new SourceMetadata("image " + i, "cyx", 0.5, 0.5, null, List.of(), false, well);
            images.add(new FormulaPixels(
                    new PixelShape(1, 2, 1, 40, 300), PixelType.UINT16, metadata, (t, c, z, y, x) -> x * y + c));
        }
        return images;
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void aPlate(NgffVersion ngff) throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        FilesetWriter.write(images(true), store, WriteOptions.defaults().withNgff(ngff));

        assertThat(clean(store).looked().wells()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void aPlateWithoutAName(NgffVersion ngff) throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        SourceMetadata metadata =
                new SourceMetadata(null, "yx", null, null, null, List.of(), false, new WellPosition(null, 2, 3, 0));
        PixelSource image = new FormulaPixels(
                new PixelShape(1, 1, 1, 40, 30), PixelType.UINT8, metadata, (t, c, z, y, x) -> x + y + 1);
        FilesetWriter.write(List.of(image), store, WriteOptions.defaults().withNgff(ngff));

        assertThat(clean(store).looked().wells()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void aCollection(NgffVersion ngff) throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        FilesetWriter.write(images(false), store, WriteOptions.defaults().withNgff(ngff));

        assertThat(clean(store).looked().images()).isEqualTo(4);
    }
}
