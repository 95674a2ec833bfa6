package org.vitrail.omezarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.scalableminds.bloscjava.Blosc;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecChainTest {

    private static final String BYTES = "{\"name\":\"bytes\",\"configuration\":{\"endian\":\"little\"}}";

    private static CodecChain chain(String rest) throws IOException {
        return CodecChain.parse(new ObjectMapper().readTree("[" + BYTES + rest + "]"), 2);
    }

    private static byte[] samples() {
        byte[] raw = new byte[20_000];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) (i / 50);
        }
        return raw;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",{\"name\":\"zstd\",\"configuration\":{\"level\":3,\"checksum\":false}}",
                ",{\"name\":\"gzip\",\"configuration\":{\"level\":5}}",
                ",{\"name\":\"blosc\",\"configuration\":{\"cname\":\"zstd\",\"clevel\":3,\"shuffle\":\"shuffle\",\"typesize\":2,\"blocksize\":0}}",
                ",{\"name\":\"blosc\",\"configuration\":{\"cname\":\"lz4\",\"clevel\":5,\"shuffle\":\"shuffle\",\"typesize\":2,\"blocksize\":0}}",
                ",{\"name\":\"gzip\",\"configuration\":{\"level\":5}},{\"name\":\"crc32c\"}"
            })
    void whatWasEncodedComesBackAndDamageIsNeverTaken(String rest) throws IOException, CorruptChunk {
        CodecChain chain = chain(rest);
        byte[] raw = samples();
        byte[] stored = chain.encode(raw);

        assertThat(chain.decode(stored, raw.length, 2)).isEqualTo(raw);
        assertThatThrownBy(() -> chain.decode(stored, raw.length - 2, 2)).isInstanceOf(CorruptChunk.class);
        assertThatThrownBy(() -> chain.decode(stored, raw.length + 2, 2)).isInstanceOf(CorruptChunk.class);
        assertThatThrownBy(() -> chain.decode(new byte[0], raw.length, 2)).isInstanceOf(CorruptChunk.class);
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] changed = stored.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(chain.decode(changed, raw.length, 2)).hasSize(raw.length);
            } catch (CorruptChunk expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void bigEndianSamplesAreTurned() throws IOException, CorruptChunk {
        CodecChain chain = CodecChain.parse(
                new ObjectMapper().readTree("[{\"name\":\"bytes\",\"configuration\":{\"endian\":\"big\"}}]"), 2);

        assertThat(chain.decode(new byte[] {1, 2, 3, 4}, 4, 2)).containsExactly(2, 1, 4, 3);
    }

    @Test
    void unknownCodecsAreNamed() {
        assertThatThrownBy(() -> chain(",{\"name\":\"lzma\"}")).hasMessageContaining("lzma");
        assertThatThrownBy(() -> CodecChain.parse(new ObjectMapper().readTree("[{\"name\":\"vlen-utf8\"}]"), 2))
                .hasMessageContaining("vlen-utf8");
    }

    @Test
    void bloscIsTheSameEachTime() {
        BloscCodec codec = new BloscCodec("zstd", 3, 2);

        assertThat(codec.encode(samples())).isEqualTo(codec.encode(samples()));
        assertThat(BloscCodec.isAvailable())
                .as("native library for this platform")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4", "8"})
    void theBloscLibraryReadsTheFramesThatAreWritten(int typeBytes) throws CorruptChunk {
        Random random = new Random(7);
        for (int length :
                new int[] {1, typeBytes, 3 * typeBytes, 4099 * typeBytes, 1 << 17, (1 << 18) + typeBytes, 1 << 20}) {
            for (int noise : new int[] {0, 3, 256}) {
                byte[] raw = new byte[length];
                for (int i = 0; i < length; i++) {
                    raw[i] = (byte) (i / 5000 + (noise == 0 ? 0 : random.nextInt(noise)));
                }
                for (int level : new int[] {1, 2, 3, 9}) {
                    byte[] frame = new BloscCodec("zstd", level, typeBytes).encode(raw);

                    assertThat(Blosc.decompress(frame, 1)).isEqualTo(raw);
                    assertThat(frame.length).isLessThanOrEqualTo(length + 16);
                }
            }
        }
    }

    @Test
    void aBlockThatDoesNotGetSmallerDoesNotKeepOthersFromIt() {
        byte[] raw = new byte[1 << 20];
        new Random(1).nextBytes(raw);
        java.util.Arrays.fill(raw, 1 << 19, raw.length, (byte) 9);

        byte[] frame = new BloscCodec("zstd", 3, 2).encode(raw);

        assertThat(frame.length).isLessThan(raw.length / 2 + 1000);
        assertThat(Blosc.decompress(frame, 1)).isEqualTo(raw);
    }
}
