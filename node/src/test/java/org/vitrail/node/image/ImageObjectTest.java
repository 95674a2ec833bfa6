package org.vitrail.node.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.dataset.Accession;

class ImageObjectTest {
    private final String accession = Accession.mint(new SecureRandom());
    private final String imageId = Accession.mint(new SecureRandom());
    private final String root = "/zarr/" + accession + "/" + imageId + ".ome.zarr";

    @Test
    void keyLiesBelowItsImage() {
        ImageObject object =
                ImageObject.ofZarr(root + "/labels/cells/0/c/0/0/0/1/2").orElseThrow();
        assertThat(object.storeKey())
                .isEqualTo(accession + "/images/" + imageId + ".ome.zarr/labels/cells/0/c/0/0/0/1/2");
        assertThat(object.contentType()).isEqualTo("application/octet-stream");
        assertThat(ImageObject.ofZarr(root + "/zarr.json").orElseThrow().contentType())
                .isEqualTo("application/json");
    }

    @Test
    void encodedNamesAreDecodedOnce() {
        assertThat(ImageObject.ofZarr(root + "/labels/my%20c%C3%A9lls%2520/zarr.json")
                        .orElseThrow()
                        .storeKey())
                .endsWith("/labels/my célls%20/zarr.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//zarr.json",
                "/./zarr.json",
                "/../x",
                "/..%2fx",
                "/%2e%2e/x",
                "/%2E/x",
                "/a%2Fb",
                "/a%5Cb",
                "/a\\b",
                "/a%00",
                "/a%0d%0ab",
                "/a%zz",
                "/a%",
                "/a%c0%ae%c0%ae",
                "/0/",
                "/c:/x",
                "/labels/../../../../catalog/x.json"
            })
    void trickyKeysAreNone(String key) {
        assertThat(ImageObject.ofZarr(root + key)).isEmpty();
    }

    @Test
    void onlyValidAccessionsAndImageIdsAreLookedUp() {
        assertThat(ImageObject.ofZarr("/zarr/" + accession + "/notvalid.ome.zarr/zarr.json"))
                .isEmpty();
        assertThat(ImageObject.ofZarr("/zarr/x/" + imageId + ".ome.zarr/zarr.json"))
                .isEmpty();
        assertThat(ImageObject.ofZarr("/zarr/" + accession + "/" + imageId + ".zarr/zarr.json"))
                .isEmpty();
    }

    @Test
    void thumbnailLiesBesideItsImage() {
        assertThat(ImageObject.ofThumbnail("/thumbnails/" + accession + "/" + imageId + ".jpg")
                        .orElseThrow()
                        .storeKey())
                .isEqualTo(accession + "/images/" + imageId + ".thumbnail.jpg");
        assertThat(ImageObject.ofThumbnail("/thumbnails/" + accession + "/..%2f" + imageId + ".jpg"))
                .isEmpty();
    }
}
