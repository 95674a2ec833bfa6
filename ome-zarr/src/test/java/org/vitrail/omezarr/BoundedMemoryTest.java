package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {

    @Test
    void anImageManyTimesTheHeapIsConverted() throws IOException, InterruptedException {
        assertThat(run("-Xmx128m", 32_768)).contains("raw 2147483648").contains("levels 8");
    }

    @Test
    @Tag("long")
    void aHundredGigabytesFitHalfAGigabyteOfHeap() throws IOException, InterruptedException {
        assertThat(run("-Xmx512m", 223_608)).contains("raw 100001075328");
    }

    private static String run(String heap, long side) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        Long.toString(side))
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        return said;
    }
}
