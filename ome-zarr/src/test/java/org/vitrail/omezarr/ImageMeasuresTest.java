package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.omezarr.digest.PerceptualHash;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.omezarr.quality.ImageQuality;
import org.vitrail.omezarr.quality.QualityMeasures;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/** What a conversion notes of an image beside OME's metadata. */
class ImageMeasuresTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    private static PixelSource image(PixelType type) {
        return FormulaPixels.of(
                new PixelShape(2, 2, 3, 300, 400),
                type,
                (t, c, z, y, x) -> (x * x / 50 + y * (3 + z) + x * y % 13 + 40 * c - 3 * t) % 251 + 1);
    }

    private static JsonNode vitrail(MemoryZarrStore store, NgffVersion version) throws IOException {
        boolean v2 = version == NgffVersion.V0_4;
        JsonNode document = new ObjectMapper().readTree(store.objects.get(v2 ? ".zattrs" : "zarr.json"));
        return (v2 ? document : document.path("attributes")).path("vitrail");
    }

    @ParameterizedTest
    @EnumSource(NgffVersion.class)
    void theGroupCarriesDigestHashAndQuality(NgffVersion version) throws IOException {
        PixelSource image = image(PixelType.UINT16);

        WrittenImage written =
                OmeZarrWriter.write(image, store, WriteOptions.defaults().withNgff(version));

        JsonNode vitrail = vitrail(store, version);
        assertThat(vitrail.path("pixelDigest").asText()).isEqualTo(written.digest());
        assertThat(vitrail.path("perceptualHash").asText())
                .isEqualTo(written.perceptualHash())
                .isEqualTo(PerceptualHash.of(image));
        assertThat(vitrail.path("quality"))
                .hasToString(written.quality().toJson().toString());
        assertThat(written.quality().channels()).hasSize(2);
        assertThat(OmeZarrReader.open(store).vitrail()).isEqualTo(vitrail);
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void qualityIsThatOfThePixelsByThemselves(PixelType type) throws IOException {
        PixelSource image = image(type);
        QualityMeasures alone = new QualityMeasures(image.shape(), type);
        byte[] plane = new byte[300 * 400 * type.bytes()];
        for (int i = 0; i < image.shape().planes(); i++) {
            image.read(i / 6, i / 3 % 2, i % 3, 0, 0, 300, 400, plane);
            alone.see(i / 6, i / 3 % 2, i % 3, 0, 0, 300, 400, plane);
        }

        ImageQuality written =
                OmeZarrWriter.write(image, store, WriteOptions.defaults()).quality();

        assertThat(written).isEqualTo(alone.result());
    }

    @Test
    void labelsHaveTheirDigestAlone() throws IOException {
        OmeZarrWriter.write(image(PixelType.UINT8), store, WriteOptions.defaults());

        WrittenImage labels =
                OmeZarrWriter.writeLabels(image(PixelType.UINT8), store, "cells", WriteOptions.defaults());

        assertThat(labels.quality()).isNull();
        assertThat(labels.perceptualHash()).isNull();
        assertThat(OmeZarrReader.open(store).label("cells").vitrail().properties())
                .singleElement()
                .satisfies(only -> assertThat(only.getValue().asText()).isEqualTo(labels.digest()));
    }

    @Test
    void leavingQualityOutChangesNothingElse() throws IOException {
        MemoryZarrStore without = new MemoryZarrStore();
        WrittenImage measured = OmeZarrWriter.write(image(PixelType.UINT8), store, WriteOptions.defaults());

        WrittenImage plain = OmeZarrWriter.write(
                image(PixelType.UINT8), without, WriteOptions.defaults().withoutQuality());

        assertThat(plain.quality()).isNull();
        assertThat(plain.perceptualHash()).isEqualTo(measured.perceptualHash());
        assertThat(vitrail(without, NgffVersion.V0_5).has("quality")).isFalse();
        assertThat(others(without)).isEqualTo(others(store));
    }

    private static Map<String, String> others(MemoryZarrStore store) {
        Map<String, String> hashes = new HashMap<>();
        store.objects.forEach((key, bytes) -> hashes.put(key, ObjectRecorder.sha256(bytes)));
        hashes.remove("zarr.json");
        return hashes;
    }
}
