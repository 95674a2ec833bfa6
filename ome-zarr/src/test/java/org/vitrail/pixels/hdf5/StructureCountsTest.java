package org.vitrail.pixels.hdf5;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureCountsTest {

    private static ByteBuffer header(String signature) {
        ByteBuffer bytes = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, signature.getBytes(StandardCharsets.US_ASCII));
        return bytes.putShort(10, (short) 24);
    }

    @ParameterizedTest
    @CsvSource({"BTHD, 26", "FAHD, 8", "EAHD, 44"})
    void absurdCountsAreRefusedBeforeTheyAreAllocated(String signature, int at) {
        for (long count : new long[] {-1, 1L << 40, 2_000_001}) {
            assertThatThrownBy(() -> StructureCounts.check(header(signature).putLong(at, count)))
                    .isInstanceOf(HdfException.class)
                    .hasMessageContaining("entries");
        }
        assertThatCode(() -> StructureCounts.check(header(signature).putLong(at, 2_000_000)))
                .doesNotThrowAnyException();
    }

    @Test
    void recordsOfNoLengthAndHugeHeapsAreRefused() {
        assertThatThrownBy(() -> StructureCounts.check(header("BTHD").putShort(10, (short) 0)))
                .hasMessageContaining("no length");
        ByteBuffer heap = header("FRHP").putShort(110, (short) -1).putShort(140, (short) -1);
        assertThatThrownBy(() -> StructureCounts.check(heap)).hasMessageContaining("blocks");
    }
}
