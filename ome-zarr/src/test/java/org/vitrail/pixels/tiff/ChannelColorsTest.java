package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.SourceMetadata;

/** Names and colors of channels in files that tifffile and Pillow write. */
class ChannelColorsTest {

    @TempDir
    private static Path written;

    private static List<String> lines;

    @BeforeAll
    static void write() throws IOException {
        lines = PythonJudge.run("write_channel_colors.py", written.toString());
    }

    static List<String> lines() {
        return lines;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void channelsHaveTheNamesAndColorsOfTheirFile(String line) throws IOException {
        String[] words = line.split("\t");
        try (PixelSource image = ImageReaders.open(List.of(written.resolve(words[0])), null)) {
            SourceMetadata metadata = image.metadata();
            assertThat(told(metadata, Channel::name)).isEqualTo(words[1]);
            assertThat(told(metadata, Channel::color)).isEqualTo(words[2]);
            assertThat(metadata.rgb()).isEqualTo(Boolean.parseBoolean(words[3]));
        }
    }

    private static String told(SourceMetadata metadata, Function<Channel, String> what) {
        boolean none = metadata.channels().stream().map(what).allMatch(text -> text == null);
        return none
                ? "-"
                : metadata.channels().stream().map(what).map(String::valueOf).collect(Collectors.joining(","));
    }

    @Test
    void sectionsTakenTheOtherWayHaveAPositiveDistance(@TempDir Path folder) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.pages = 3;
        maker.description = "ImageJ=1.54\nimages=3\nslices=3\nunit=micron\nspacing=-0.25\n";

        try (PixelSource image = ImageReaders.open(List.of(maker.write(folder.resolve("down.tif"))), null)) {
            assertThat(image.metadata().pixelSizeZ()).isEqualTo(0.25);
        }
    }
}
