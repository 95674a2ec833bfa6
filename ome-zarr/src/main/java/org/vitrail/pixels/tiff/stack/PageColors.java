package org.vitrail.pixels.tiff.stack;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.page.PageLayout;

/**
 * What the samples of a page are by its PhotometricInterpretation. TIFF 6.0 §8, §16, §23.
 *
 * @param channels names and colors, or empty
 * @param rgb true when they are the red, green and blue of a color picture
 */
record PageColors(List<Channel> channels, boolean rgb) {

    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int SEPARATED = 5;
    private static final int CIE_LAB = 8;
    private static final int ITU_LAB = 10;

    /** Alpha is kept as it is stored, and black adds nothing where channels are shown together. */
    private static final List<Channel> WITH_ALPHA = Stream.concat(
                    Channel.RED_GREEN_BLUE.stream(), Stream.of(new Channel("Alpha", "000000")))
            .toList();

    private static final List<Channel> INKS = names("Cyan", "Magenta", "Yellow", "Black");
    private static final List<Channel> LIGHTNESS_AND_HUES = names("L*", "a*", "b*");
    private static final PageColors UNSAID = new PageColors(List.of(), false);

    PageColors {
        channels = List.copyOf(channels);
    }

    /**
     * Looks at the page.
     *
     * @param axis that the samples make, 0 where a page has one
     * @param channels of the image
     */
    static PageColors of(Ifd page, PageLayout layout, char axis, int channels) throws IOException {
        long photometric = page.number(Tag.PHOTOMETRIC, 1);
        if (photometric == PALETTE && channels == 1) {
            return new PageColors(List.of(new Channel("palette index", null)), false);
        }
        boolean described = axis == 'c' && !layout.chunky();
        boolean colored = axis == StackAxes.SAMPLES || axis == 'c';
        if (!colored || channels != layout.samples()) {
            return UNSAID;
        }
        if (photometric == RGB && channels == 4 && !described) {
            return new PageColors(WITH_ALPHA, false);
        }
        if (photometric == SEPARATED) {
            return new PageColors(channels == 4 && page.number(Tag.INK_SET, 1) == 1 ? INKS : List.of(), false);
        }
        if (photometric >= CIE_LAB && photometric <= ITU_LAB) {
            return new PageColors(channels == 3 ? LIGHTNESS_AND_HUES : List.of(), false);
        }
        return new PageColors(List.of(), layout.isRgb(page) && channels == 3 && !page.has(Tag.LSM_INFO));
    }

    /** The same with channels of another source, where the page has none. */
    PageColors or(List<Channel> others) {
        return channels.isEmpty() ? new PageColors(others, rgb) : this;
    }

    private static List<Channel> names(String... names) {
        return Arrays.stream(names).map(name -> new Channel(name, null)).toList();
    }
}
