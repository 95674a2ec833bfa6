package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/** Windows, names, colors and thumbnails of images that are written. */
class WrittenRenderingTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    @Test
    void windowsComeFromTheData() throws IOException {
        PixelSource image = FormulaPixels.of(
                new PixelShape(1, 2, 1, 100, 100),
                PixelType.UINT16,
                (t, c, z, y, x) -> c == 0 ? 500 + y : y == 0 && x == 0 ? 60000 : 10);

        WrittenImage written = OmeZarrWriter.write(image, store, WriteOptions.defaults());

        assertThat(written.channels().get(0))
                .isEqualTo(new ChannelRendering("Channel 1", "0000FF", 500, 599, 500, 599));
        assertThat(written.channels().get(1)).isEqualTo(new ChannelRendering("Channel 2", "00FF00", 10, 11, 10, 60000));
        assertThat(OmeZarrReader.open(store).channels()).isEqualTo(written.channels());
    }

    @Test
    void windowsOfFloatsIgnoreWhatIsNoNumber() throws IOException {
        PixelSource image = FormulaPixels.of(
                new PixelShape(1, 1, 1, 100, 100),
                PixelType.FLOAT32,
                (t, c, z, y, x) -> y == 0 ? Double.NaN : y == 1 ? Double.POSITIVE_INFINITY : -1 + y / 50.0);
        ChannelRendering channel = OmeZarrWriter.write(image, store, WriteOptions.defaults())
                .channels()
                .get(0);

        assertThat(channel.min()).isCloseTo(-0.96, within(1e-6));
        assertThat(channel.max()).isCloseTo(0.98, within(1e-6));
        assertThat(channel.start()).isBetween(-0.96, -0.95);
        assertThat(channel.end()).isBetween(0.97, 0.981);

        PixelSource nothing =
                FormulaPixels.of(new PixelShape(1, 1, 1, 9, 9), PixelType.FLOAT32, (t, c, z, y, x) -> Double.NaN);
        assertThat(OmeZarrWriter.write(nothing, new MemoryZarrStore(), WriteOptions.defaults())
                        .channels())
                .containsExactly(new ChannelRendering("Channel 1", "FFFFFF", 0, 1, 0, 1));
    }

    @Test
    void toldNamesColorsAndSizesGoBeforeTheSource() throws IOException {
        WriteOptions options = WriteOptions.defaults()
                .withName("stem")
                .withSpacing(new PixelSpacing(0.5, 0.25, 2.0))
                .withChannels(List.of(new Channel("DAPI", "0000ff"), new Channel(null, "ff0000")))
                .withAbout(URI.create("https://nantes.vitrail.example/datasets/3k7q9m2xdc"));

        OmeZarrWriter.write(FormulaPixels.mixed(new PixelShape(1, 2, 2, 600, 600), PixelType.UINT8), store, options);

        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(reader.name()).isEqualTo("stem");
        assertThat(reader.channels()).extracting(ChannelRendering::label).containsExactly("DAPI", "Channel 2");
        assertThat(reader.channels()).extracting(ChannelRendering::color).containsExactly("0000FF", "FF0000");
        assertThat(reader.level(0).metadata().pixelSizeX()).isEqualTo(0.5);
        assertThat(reader.level(1).metadata().pixelSizeX()).isEqualTo(1.0);
        assertThat(reader.level(1).metadata().pixelSizeY()).isEqualTo(0.5);
        assertThat(reader.level(1).metadata().pixelSizeZ()).isEqualTo(2.0);
        assertThat(text("ro-crate-metadata.json")).contains("3k7q9m2xdc").contains("vitrail-pixels-1");
    }

    @Test
    void thumbnailsShowTheChannelsInTheirColors() throws IOException {
        PixelSource halves = FormulaPixels.of(
                new PixelShape(1, 2, 1, 600, 1200),
                PixelType.UINT16,
                (t, c, z, y, x) -> (x < 600) == (c == 0) ? 4000 : 100);
        WriteOptions options =
                WriteOptions.defaults().withChannels(List.of(new Channel("a", "FF0000"), new Channel("b", "00FF00")));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                OmeZarrWriter.write(halves, store, options).thumbnailJpeg()));

        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(128);
        assertThat(image.getRGB(40, 60) >> 16 & 0xff).isGreaterThan(230);
        assertThat(image.getRGB(40, 60) >> 8 & 0xff).isLessThan(25);
        assertThat(image.getRGB(200, 60) >> 8 & 0xff).isGreaterThan(230);
    }

    private String text(String key) {
        return new String(store.objects.get(key), StandardCharsets.UTF_8);
    }
}
