package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.WrittenFileset.Layout;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.Samples;

/** Plates, wells and collections of OME-Zarr as a source. */
class OmeZarrImagesTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void aPlateIsReadWithWellsFieldsAndLabelsAndWrittenAlike(NgffVersion ngff) throws IOException {
        WriteOptions options = WriteOptions.defaults().withNgff(ngff).withName("p");
        FilesetWriter.write(LabeledImages.plate(), store, options);

        OmeZarrImages images = OmeZarrImages.open(store);

        assertThat(images.layout()).isEqualTo(Layout.PLATE);
        assertThat(images.plateName()).isEqualTo("P 1");
        assertThat(images.images())
                .extracting(image -> image.metadata().well())
                .containsExactlyElementsOf(LabeledImages.plate().stream()
                        .map(image -> image.metadata().well())
                        .toList());
        assertThat(images.path(1)).isEqualTo("B/1/3");
        assertThat(LabeledImages.digests(images.images())).isEqualTo(LabeledImages.digests(LabeledImages.plate()));
        MemoryZarrStore again = new MemoryZarrStore();
        FilesetWriter.write(images.images(), again, options);
        assertThat(again.objects.keySet()).isEqualTo(store.objects.keySet());
        store.objects.forEach(
                (key, bytes) -> assertThat(again.objects.get(key)).as(key).isEqualTo(bytes));
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void aCollectionIsReadInTheOrderOfItsSeriesAndAsNumberedWithout(NgffVersion ngff) throws IOException {
        List<PixelSource> sources =
                List.of(LabeledImages.image("first", 1, null), LabeledImages.image("second", 2, null));
        FilesetWriter.write(sources, store, WriteOptions.defaults().withNgff(ngff));
        String key = ngff == NgffVersion.V0_5 ? "OME/zarr.json" : "OME/.zattrs";
        String ome = new String(store.objects.get(key), StandardCharsets.UTF_8);
        store.put(
                key,
                ome.replace("\"0\", \"1\"", "\"1\", \"0\"")
                        .replace("\"0\",\"1\"", "\"1\",\"0\"")
                        .getBytes(StandardCharsets.UTF_8));

        OmeZarrImages listed = OmeZarrImages.open(store);
        store.objects.keySet().removeIf(each -> each.startsWith("OME/"));
        OmeZarrImages numbered = OmeZarrImages.open(store);

        assertThat(listed.layout()).isEqualTo(Layout.COLLECTION);
        assertThat(listed.images()).extracting(image -> image.metadata().name()).containsExactly("second", "first");
        assertThat(numbered.images())
                .extracting(image -> image.metadata().name())
                .containsExactly("first", "second");
        assertThat(LabeledImages.digests(numbered.images())).isEqualTo(LabeledImages.digests(sources));
    }

    @Test
    void aWellAloneIsACollectionOfItsFields() throws IOException {
        FilesetWriter.write(LabeledImages.plate(), store, WriteOptions.defaults());

        OmeZarrImages well = OmeZarrImages.open(new SubfolderStore(store, "B/1/"));

        assertThat(well.layout()).isEqualTo(Layout.COLLECTION);
        assertThat(LabeledImages.digests(well.images()))
                .isEqualTo(LabeledImages.digests(LabeledImages.plate().subList(0, 2)));
    }

    @Test
    void foldersAndTheirFilesAreTakenAsInput(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("p.ome.zarr");
        FilesetWriter.write(LabeledImages.plate(), new FolderZarrStore(root), WriteOptions.defaults());
        List<Path> files;
        try (var all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }

        for (List<Path> given : List.of(List.of(root), files, List.of(root.resolve("zarr.json")))) {
            try (Fileset opened = ImageReaders.openAll(given, null)) {
                assertThat(LabeledImages.digests(opened.images()))
                        .isEqualTo(LabeledImages.digests(LabeledImages.plate()));
            }
        }
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(folder), null)).isInstanceOf(PixelsException.class);
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedWithItsKey(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("p.ome.zarr");
        FilesetWriter.write(LabeledImages.plate(), new FolderZarrStore(root), WriteOptions.defaults());
        Path moved = Files.move(root.resolve("B"), folder.resolve("B"));
        Files.createSymbolicLink(root.resolve("B"), moved);

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(root), null))
                .isInstanceOf(PixelsException.class)
                .hasMessageContaining("B/1/zarr.json")
                .hasMessageContaining("symbolic link");
    }

    @Test
    void theExamplePlateIsRead() throws IOException {
        OmeZarrImages plate =
                OmeZarrImages.open(new FolderZarrStore(Samples.sample("ome-zarr-examples/valid/plate-01.zarr")));

        assertThat(plate.images()).hasSize(4);
        assertThat(plate.images().get(3).metadata().well().rowName()).isEqualTo("B");
        assertThat(plate.images().get(3).shape()).isEqualTo(new PixelShape(1, 1, 1, 1000, 1000));
    }
}
