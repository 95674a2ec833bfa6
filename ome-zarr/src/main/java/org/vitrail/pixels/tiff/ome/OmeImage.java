package org.vitrail.pixels.tiff.ome;

import java.util.List;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.WellPosition;

/**
 * One image of an OME-XML document. OME model 2016-06, Image, Pixels, Channel, TiffData.
 *
 * @param name or null
 * @param order letters of DimensionOrder after {@code XY}, fastest first, e.g. {@code CZT}
 * @param sizeC samples over all channels
 * @param sizeZ sections
 * @param sizeT time points
 * @param samplesPerPixel of every channel: 3 where a page is an RGB picture
 * @param pixelSizes x, y and z in micrometer, t in seconds, null where unknown
 * @param channels names and colors as they stand in the document
 * @param blocks where planes lie; empty means in order, in this file
 * @param modulos axes that are folded into c, z or t
 * @param well or null
 */
public record OmeImage(
        String name,
        String order,
        int sizeC,
        int sizeZ,
        int sizeT,
        int samplesPerPixel,
        PixelSizes pixelSizes,
        List<Channel> channels,
        List<TiffData> blocks,
        List<OmeModulo> modulos,
        WellPosition well) {

    public OmeImage {
        channels = List.copyOf(channels);
        blocks = List.copyOf(blocks);
        modulos = List.copyOf(modulos);
    }

    /** Micrometer, and seconds along t; null where unknown. */
    public record PixelSizes(Double x, Double y, Double z, Double t) {}

    /**
     * Planes from a page on.
     *
     * @param count of planes, −1 for as many as there are
     * @param file name of the file, or null for the document's own
     * @param uuid of the file, or null
     */
    record TiffData(int page, int firstC, int firstZ, int firstT, int count, String file, String uuid) {

        /** What a document without TiffData elements means. */
        static final TiffData WHOLE_FILE = new TiffData(0, 0, 0, 0, -1, null, null);

        TiffData in(String fileName, String fileUuid) {
            return new TiffData(page, firstC, firstZ, firstT, count, fileName, fileUuid);
        }
    }

    int size(char axis) {
        return axis == 'C' ? sizeC : axis == 'Z' ? sizeZ : sizeT;
    }
}
