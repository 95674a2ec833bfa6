package org.vitrail.omezarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.scalableminds.bloscjava.Blosc;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The blosc library brings an older zstd along, with the same names of functions. A zstd-jni that looks its functions up among all loaded
 * libraries mixes both, and the process dies of a broken heap.
 */
class NativeZstdTest {

    @Test
    void zstdIsBoundToItsOwnLibrary() {
        assertThat(Zstd.class.getResource("/META-INF/versions/22/com/github/luben/zstd/ZstdBinding.class"))
                .as(
                        "this zstd-jni binds by java.lang.foreign's loaderLookup: take 1.5.7-9, or one that names its library")
                .isNull();
    }

    @Test
    void bloscAndZstdLiveInOneProcess() throws CorruptChunk {
        byte[] raw = new byte[300_000];
        new Random(3).ints(raw.length, 0, 5).forEach(value -> raw[value] = (byte) (raw[value] + 1));
        for (int i = 0; i < 50; i++) {
            byte[] blosc = Blosc.compress(raw, 2, Blosc.Compressor.ZSTD, 3, Blosc.Shuffle.BYTE_SHUFFLE, 0, 1);
            ZstdCodec zstd = new ZstdCodec(3);

            assertThat(Blosc.decompress(blosc, 1)).isEqualTo(raw);
            assertThat(zstd.decode(zstd.encode(raw), raw.length)).isEqualTo(raw);
        }
    }
}
