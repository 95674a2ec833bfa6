package org.vitrail.pixels.tiff.stack;

import java.io.IOException;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.ome.OmeImage.PixelSizes;

/**
 * Sizes of pixels by a page's fields of resolution, where they can only be a microscope's: most programs write 72, 96 or 300 dots an inch
 * whatever the picture is, and scanners of paper and film some thousands. TIFF 6.0 §8 (XResolution, YResolution, ResolutionUnit).
 */
final class Resolution {

    private static final PixelSizes NONE = new PixelSizes(null, null, null, null);
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int INCH = 2;
    private static final int CENTIMETER = 3;
    private static final double MICROMETER_AN_INCH = 25_400;
    private static final double MICROMETER_A_CENTIMETER = 10_000;
    /** Programs that write centimeters do so for a scale. */
    private static final double LARGEST_BY_CENTIMETER = 10;
    /** No scanner of paper or film has pixels as small as this. */
    private static final double LARGEST_BY_INCH = 1;

    private static final double SMALLEST = 1e-4;

    private Resolution() {}

    /** Micrometer; null where the unit is not said, or the sizes are not plainly a microscope's. */
    static PixelSizes of(Ifd page) {
        try {
            int type = page.type(Tag.RESOLUTION_UNIT);
            long unit = type == SHORT || type == LONG ? page.number(Tag.RESOLUTION_UNIT, 0) : 0;
            return switch ((int) unit) {
                case INCH -> sizes(page, MICROMETER_AN_INCH, LARGEST_BY_INCH);
                case CENTIMETER -> sizes(page, MICROMETER_A_CENTIMETER, LARGEST_BY_CENTIMETER);
                default -> NONE;
            };
        } catch (UnreadableImage | IOException damaged) {
            return NONE; // pixels can be read without
        }
    }

    private static PixelSizes sizes(Ifd page, double unit, double largest) throws IOException {
        double x = unit / page.rational(Tag.X_RESOLUTION);
        double y = unit / page.rational(Tag.Y_RESOLUTION);
        boolean plain = x >= SMALLEST && y >= SMALLEST && x <= largest && y <= largest;
        return plain ? new PixelSizes(x, y, null, null) : NONE;
    }
}
