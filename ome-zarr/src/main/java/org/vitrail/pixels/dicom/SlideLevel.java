package org.vitrail.pixels.dicom;

import java.io.IOException;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.frame.Frames;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/**
 * One file of a slide, laid together from its tiles; where there is no tile, samples are 0. PS3.3 §A.32.8.
 *
 * @param instance the file
 * @param flavor third value of ImageType: VOLUME, LABEL, OVERVIEW or THUMBNAIL
 * @param image what the tiles make
 */
record SlideLevel(Instance instance, String flavor, DicomPixels image) {

    static SlideLevel read(Instance instance, Dataset data) throws IOException {
        if (data.has(Tags.CONCATENATION_UID)) {
            throw new UnsupportedImage(
                    "DICOM file %s is a part of a concatenation, which is not read. Join its files into one multi-frame file."
                            .formatted(instance.file().name()));
        }
        String flavor = instance.imageType().size() > 2 ? instance.imageType().get(2) : "VOLUME";
        PixelLayout layout = instance.layout();
        long columns = data.unsigned(Tags.TOTAL_COLUMNS, layout.columns());
        long rows = data.unsigned(Tags.TOTAL_ROWS, layout.rows());
        TileGrid grid = TileGrid.read(instance, data, columns, rows);
        if (grid.paths() > 1 && layout.samples() > 1) {
            throw new UnsupportedImage(
                    "DICOM file %s has several optical paths in color, which is not read. Give each path as a file of its own."
                            .formatted(instance.file().name()));
        }
        PixelShape shape = DicomPixels.shape(
                instance.file().name(), 1, grid.paths() * layout.samples(), grid.planes(), rows, columns);
        DicomPixels image = new DicomPixels(
                shape,
                layout.type(),
                DicomPixels.metadata(shape, instance.title(), instance.geometry(), null, layout.samples() == 3),
                (t, c, z, y, x, height, width, destination) ->
                        tiles(instance.frames(), grid, c, z, new Region(y, x, height, width), destination));
        return new SlideLevel(instance, flavor, image);
    }

    /** A rectangle of the level. */
    private record Region(long y, long x, int height, int width) {}

    private static void tiles(Frames frames, TileGrid grid, int c, int z, Region region, byte[] destination)
            throws IOException {
        PixelLayout layout = frames.layout();
        int path = layout.samples() == 1 ? c : 0;
        int sample = layout.samples() == 1 ? 0 : c;
        int bytes = layout.type().bytes();
        java.util.Arrays.fill(destination, 0, region.height * region.width * bytes, (byte) 0);
        long lastY = (region.y + region.height - 1) / layout.rows();
        long lastX = (region.x + region.width - 1) / layout.columns();
        for (long tileY = region.y / layout.rows(); tileY <= lastY; tileY++) {
            for (long tileX = region.x / layout.columns(); tileX <= lastX; tileX++) {
                int frame = grid.frame(path, z, tileY, tileX);
                if (frame >= 0) {
                    tile(frames, frame, sample, tileY * layout.rows(), tileX * layout.columns(), region, destination);
                }
            }
        }
    }

    /** The part of a tile that lies in the region. */
    private static void tile(
            Frames frames, int frame, int sample, long tileY, long tileX, Region region, byte[] destination)
            throws IOException {
        PixelLayout layout = frames.layout();
        int bytes = layout.type().bytes();
        long fromY = Math.max(region.y, tileY);
        long fromX = Math.max(region.x, tileX);
        int height = (int) (Math.min(region.y + region.height, tileY + layout.rows()) - fromY);
        int width = (int) (Math.min(region.x + region.width, tileX + layout.columns()) - fromX);
        int stride = region.width * bytes;
        int at = (int) (fromY - region.y) * stride + (int) (fromX - region.x) * bytes;
        frames.read(
                frame,
                sample,
                new Frames.Area((int) (fromY - tileY), (int) (fromX - tileX), height, width),
                new Frames.Target(destination, at, stride));
    }

    /** Pixels of a plane. */
    long pixels() {
        return image.shape().y() * image.shape().x();
    }

    /** True for pictures of the glass's label, or of the glass with it. */
    boolean isLabelOrOverview() {
        return flavor.equals("LABEL") || flavor.equals("OVERVIEW");
    }

    boolean isVolume() {
        return flavor.equals("VOLUME");
    }
}
