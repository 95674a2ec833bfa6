package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.dicom.DicomMaker.image;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.UnreadableImage;

/** JPEG 2000: damage that would keep the decoder busy for ever, or make it allocate without measure, is seen before. */
class Jpeg2000Test {

    private static final String LOSSLESS = "1.2.840.10008.1.2.4.90";
    private static final int SIZE = 32;

    @TempDir
    private Path folder;

    static byte[] codestream() throws IOException {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < SIZE * SIZE; i++) {
            picture.getRaster().setSample(i % SIZE, i / SIZE, 0, value(i));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = new J2KImageWriterSpi().createWriterInstance();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            J2KImageWriteParam lossless = (J2KImageWriteParam) writer.getDefaultWriteParam();
            lossless.setWriteCodeStreamOnly(true);
            lossless.setLossless(true);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), lossless);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static int value(int i) {
        return i * i % 251;
    }

    private static DicomMaker file(byte[] codestream) {
        return image(SIZE, SIZE, 8).fragments(new byte[0], codestream);
    }

    @Test
    void losslessSamplesComeBack() throws IOException {
        double[] samples = Reading.plane(file(codestream()).write(folder, "j2k", LOSSLESS));

        assertThat(samples).hasSize(SIZE * SIZE);
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i]).isEqualTo(value(i));
        }
    }

    @Test
    void twoBytesOfOnesAmongTheDataAreRefused() throws IOException {
        byte[] codestream = codestream();
        int at = codestream.length - 40;
        codestream[at] = (byte) 0xff;
        codestream[at + 1] = (byte) 0xff;

        assertThatThrownBy(() -> Reading.plane(file(codestream).write(folder, "ones", LOSSLESS)))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("impossible data at byte " + at);
    }

    @Test
    void tilePartsThatAreCutOffAreRefused() throws IOException {
        byte[] codestream = codestream();

        assertThatThrownBy(() -> Reading.plane(
                        file(Arrays.copyOf(codestream, codestream.length - 60)).write(folder, "cut", LOSSLESS)))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("ends in a tile-part");
    }

    /** Places in the SIZ segment (A.5.1), which begins at byte 2, and what is written there. */
    @ParameterizedTest
    @CsvSource({"24, 1, tiles", "8, 31, pixels of 1 samples", "28, -1, absurd sizes", "16, 40, no pixels"})
    void absurdSizesAreRefused(int at, int value, String said) throws IOException {
        byte[] codestream = codestream();
        java.nio.ByteBuffer.wrap(codestream).putInt(at, value);

        assertThatThrownBy(() -> Reading.plane(file(codestream).write(folder, "absurd", LOSSLESS)))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining(said);
    }

    @Test
    void mutatedCodestreamsAreDecodedOrRefused() throws IOException {
        byte[] sound = file(codestream()).file(LOSSLESS);

        Mutations.check(sound, folder, "j2k", sound.length, 300, Reading::plane);
    }
}
