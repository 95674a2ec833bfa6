package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZarrPlacesTest {

    @TempDir
    private Path folder;

    @Test
    void eachKindOfPlaceOpensItsStore() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("zarr.json"));
            out.write(new byte[] {'{', '}'});
        }

        for (String place : new String[] {folder.toString(), zip.toString(), "HTTPS://example.org/a.zarr"}) {
            try (ZarrStore store = ZarrPlaces.open(place, Map.of())) {
                assertThat(store.toString()).startsWith(place);
                assertThat(store)
                        .isInstanceOf(
                                place.endsWith(".zip")
                                        ? ZipZarrStore.class
                                        : ZarrPlaces.isAddress(place) ? HttpZarrStore.class : FolderZarrStore.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/no/such/folder, is not there",
        "http://bad host/x, neither a path nor an address",
        "https:///x, names no host",
        "https://example.org/a.zarr?key=1, has no ?",
        "ftp://example.org/a.zarr, begins with ftp://",
    })
    void whatCannotBeOpenedIsSaidInWords(String place, String message) {
        assertThatThrownBy(() -> ZarrPlaces.open(place, Map.of()))
                .isInstanceOf(ZarrStoreFailure.class)
                .hasMessageContaining(place)
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatIsNoArchiveIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("a.tif"), "no archive");

        assertThatThrownBy(() -> ZarrPlaces.open(file.toString(), Map.of()))
                .isInstanceOf(UnreadableZarr.class)
                .hasMessageContaining("a.tif")
                .hasMessageContaining("neither a folder nor a ZIP file");
    }
}
