package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.omezarr.validation.Hierarchies.change;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;

/** Lengths, fill values and orders of codecs that Zarr does not allow: the validator and the reader refuse both, and say where. */
class ArrayMetadataFaultsTest {

    private static MemoryZarrStore image(boolean v3) {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putImage(store, "", v3);
        return store;
    }

    /** @param place of the finding in the array's document */
    private static void assertRefused(MemoryZarrStore store, boolean v3, String place, String words) {
        String key = v3 ? "0/zarr.json" : "0/.zarray";
        String section = v3 ? "Zarr v3 core" : "Zarr v2, arrays";
        assertThat(Hierarchies.checked(store).findings())
                .as(Hierarchies.checked(store).findings().toString())
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.path()).isEqualTo(key + "#" + place);
                    assertThat(finding.section()).startsWith(section);
                    assertThat(finding.problem()).contains(words);
                });
        assertThatThrownBy(() -> OmeZarrReader.open(store))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining(key)
                .hasMessageContaining(words)
                .hasMessageContaining(section);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64.5", "\"64\"", "-64", "true", "null", "1e300", "6.0", "[6]", "99999999999999999999"})
    void aLengthIsAWholeNumber(String length) {
        for (boolean v3 : new boolean[] {false, true}) {
            MemoryZarrStore shape = image(v3);
            change(shape, v3 ? "0/zarr.json" : "0/.zarray", "/shape", "[6, " + length + "]");
            assertRefused(shape, v3, "/shape/1", "whole number from ");

            MemoryZarrStore chunks = image(v3);
            String place = v3 ? "/chunk_grid/configuration/chunk_shape" : "/chunks";
            change(chunks, v3 ? "0/zarr.json" : "0/.zarray", place, "[3, " + length + "]");
            assertRefused(chunks, v3, place + "/1", "whole number from ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3.5", "true"})
    void aFormatThatOnlyReadsLikeANumberIsRefused(String format) {
        MemoryZarrStore array = image(true);
        change(array, "0/zarr.json", "/zarr_format", format);
        assertRefused(array, true, "", "zarr_format is");

        MemoryZarrStore group = image(true);
        change(group, "zarr.json", "/zarr_format", format);
        assertThat(Hierarchies.rules(Hierarchies.checked(group))).contains(Rule.GROUP_METADATA);
        assertThatThrownBy(() -> OmeZarrReader.open(group)).isInstanceOf(UnreadableImage.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true  ; uint8   ; \"abc\"",
                "true  ; uint8   ; 1e300",
                "true  ; uint8   ; -5",
                "true  ; uint8   ; 256",
                "true  ; uint8   ; \"NaN\"",
                "true  ; uint8   ; 0.0",
                "true  ; uint8   ; true",
                "true  ; uint8   ; null",
                "true  ; uint64  ; 18446744073709551616",
                "true  ; int16   ; 32768",
                "true  ; bool    ; 1",
                "true  ; float32 ; \"abc\"",
                "true  ; float32 ; 1e300",
                "true  ; float32 ; true",
                "true  ; float32 ; \"0x1ffffffff\"",
                "true  ; float64 ; \"0x\"",
                "false ; <u1     ; \"abc\"",
                "false ; <u1     ; 1e300",
                "false ; <u1     ; -5",
                "false ; <u1     ; 256",
                "false ; <u1     ; 0.5",
                "false ; <u1     ; \"NaN\"",
                "false ; <i2     ; -32769",
                "false ; <f4     ; \"nan\"",
                "false ; <f8     ; \"0x7ff8000000000000\"",
                "false ; |b1     ; 2",
            },
            ignoreLeadingAndTrailingWhitespace = true)
    void aFillValueThatTheTypeCannotHoldIsRefused(boolean v3, String type, String fill) {
        MemoryZarrStore store = typed(v3, type, fill);

        assertRefused(store, v3, "/fill_value", " is needed");
    }

    private static MemoryZarrStore typed(boolean v3, String type, String fill) {
        MemoryZarrStore store = image(v3);
        change(store, v3 ? "0/zarr.json" : "0/.zarray", v3 ? "/data_type" : "/dtype", "\"" + type + "\"");
        change(store, v3 ? "0/zarr.json" : "0/.zarray", "/fill_value", fill);
        return store;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true;  uint8;   255;                    ff",
                "true;  int8;    -128;                   80",
                "true;  uint64;  18446744073709551615;   ffffffffffffffff",
                "true;  bool;    true;                   01",
                "true;  float32; \"0x7fc00000\";         0000c07f",
                "true;  float32; \"NaN\";                0000c07f",
                "true;  float32; \"-Infinity\";          000080ff",
                "true;  float32; 1.5;                    0000c03f",
                "true;  float64; \"Infinity\";           000000000000f07f",
                "true;  float64; \"0x3ff8000000000000\"; 000000000000f83f",
                "false; <u2;     null;                   0000",
                "false; <u2;     3.0;                    0300",
                "false; <f4;     \"NaN\";                0000c07f",
                "false; <f4;     null;                   00000000",
                "false; |b1;     true;                   01",
                "false; |b1;     1;                      01",
            })
    void aFillValueOfTheTypeIsRead(boolean v3, String type, String fill, String bytes) throws IOException {
        MemoryZarrStore store = typed(v3, type, fill);

        assertThat(Hierarchies.errors(Hierarchies.checked(store))).isEmpty();
        PixelSource level = OmeZarrReader.open(store).level(0);
        byte[] pixel = new byte[level.type().bytes()];
        level.read(0, 0, 0, 2, 3, 1, 1, pixel);
        assertThat(java.util.HexFormat.of().formatHex(pixel)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bytes,bytes;                   /codecs/1; second time",
                "bytes,gzip,bytes;              /codecs/2; second time",
                "gzip,bytes;                    /codecs/0; stands before the codec that makes them",
                "bytes,transpose;               /codecs/1; stands behind \"bytes\"",
                "gzip;                          /codecs/0; stands before the codec that makes them",
                "transpose;                     /codecs;   no codec makes bytes of the array",
                "bytes,sharding_indexed;        /codecs/1; second time",
            })
    void aFaultInTheChainOfCodecsIsSaidWithTheChain(String codecs, String place, String words) {
        MemoryZarrStore store = image(true);
        StringBuilder list = new StringBuilder();
        for (String name : codecs.split(",")) {
            list.append(list.isEmpty() ? "" : ",")
                    .append(
                            switch (name) {
                                case "bytes" -> "{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}";
                                case "gzip" -> "{\"name\": \"gzip\", \"configuration\": {\"level\": 1}}";
                                case "transpose" -> "{\"name\": \"transpose\", \"configuration\": {\"order\": [1, 0]}}";
                                default -> "{\"name\": \"" + name + "\"}";
                            });
        }
        change(store, "0/zarr.json", "/codecs", "[" + list + "]");

        assertRefused(store, true, place, words);
        assertThatThrownBy(() -> OmeZarrReader.open(store))
                .hasMessageContaining(String.join(", ", Arrays.asList(codecs.split(","))));
    }

    @Test
    void codecsInTheirOrderAreRead() throws IOException {
        MemoryZarrStore store = image(true);
        change(store, "0/zarr.json", "/codecs", """
                [{"name": "transpose", "configuration": {"order": [1, 0]}},
                 {"name": "bytes", "configuration": {"endian": "big"}}, {"name": "crc32c"}]
                """);

        assertThat(Hierarchies.checked(store).findings()).isEmpty();
        OmeZarrReader.open(store).level(0).read(0, 0, 0, 0, 0, 1, 1, new byte[2]);
    }
}
