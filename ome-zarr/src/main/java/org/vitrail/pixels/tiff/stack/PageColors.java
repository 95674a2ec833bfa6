package org.vitrail.pixels.tiff.stack;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.page.PageLayout;

/**
 * What the samples of a page are by its PhotometricInterpretation. TIFF 6.0 §8.
 *
 * @param channels names and colors, or empty
 * @param rgb true when they are the red, green and blue of a color picture
 */
record PageColors(List<Channel> channels, boolean rgb) {

    private static final int RGB = 2;
    private static final int PALETTE = 3;

    /** Alpha is kept as it is stored, and black adds nothing where channels are shown together. */
    private static final List<Channel> WITH_ALPHA = List.of(
            new Channel("Red", "FF0000"),
            new Channel("Green", "00FF00"),
            new Channel("Blue", "0000FF"),
            new Channel("Alpha", "000000"));

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
        return new PageColors(List.of(), layout.isRgb(page) && channels == 3 && !page.has(Tag.LSM_INFO));
    }
}
