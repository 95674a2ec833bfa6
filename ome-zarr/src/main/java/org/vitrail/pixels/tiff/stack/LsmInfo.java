package org.vitrail.pixels.tiff.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.ome.LengthUnits;
import org.vitrail.pixels.tiff.ome.OmeImage;
import org.vitrail.pixels.tiff.stack.StackAxes.Axis;

/**
 * What Zeiss's LSM writes into its private field 34412: how pages follow each other. Channels are samples of a page; every second page is a
 * thumbnail. Zeiss, Image File Format Description for the LSM 510 and 710, CZ_LSMINFO.
 *
 * @param sections z
 * @param times t
 * @param timesFaster true when time runs faster than sections
 * @param pixelSizes micrometer and seconds, null where unknown
 */
record LsmInfo(int sections, int times, boolean timesFaster, OmeImage.PixelSizes pixelSizes) {

    private static final int MAGIC_1_3 = 0x00300494C;
    private static final int MAGIC_1_5 = 0x00400494C;
    private static final int BYTES = 90;
    private static final int INTERVAL_AT = 112;

    /** Null when the page has none. */
    static LsmInfo of(TiffFile file, Ifd page) throws IOException {
        byte[] value = page.has(Tag.LSM_INFO) ? page.bytes(Tag.LSM_INFO) : new byte[0];
        if (value.length < BYTES) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MAGIC_1_3 && bytes.getInt(0) != MAGIC_1_5) {
            return null;
        }
        if (file.sizeBytes() >= 1L << 32) {
            throw new UnsupportedImage(
                    "%s is a Zeiss LSM file of more than 4 GiB, whose offsets are ambiguous. Save it as OME-TIFF."
                            .formatted(file.name()));
        }
        int scan = bytes.getShort(88);
        return new LsmInfo(
                bytes.getInt(16),
                bytes.getInt(24),
                scan == 3 || scan == 5 || scan == 7 || scan == 9,
                new OmeImage.PixelSizes(size(bytes, 40), size(bytes, 48), size(bytes, 56), interval(bytes)));
    }

    /** Seconds; the first version of the structure ends before. */
    private static Double interval(ByteBuffer bytes) {
        return bytes.capacity() < INTERVAL_AT + 8 ? null : bytes.getDouble(INTERVAL_AT);
    }

    private static Double size(ByteBuffer bytes, int at) {
        return LengthUnits.micrometer(bytes.getDouble(at), "m");
    }

    /**
     * The axes of the pages.
     *
     * @throws UnsupportedImage when there are other pages, as with several positions
     */
    List<Axis> axes(TiffFile file, int pages) {
        if (sections < 1 || times < 1 || (long) sections * times != pages) {
            throw new UnsupportedImage(
                    "%s is a Zeiss LSM file with %d pages for %d sections and %d time points. Save it as OME-TIFF."
                            .formatted(file.name(), pages, sections, times));
        }
        List<Axis> axes = new ArrayList<>();
        if (times > 1) {
            axes.add(new Axis('t', times));
        }
        if (sections > 1) {
            axes.add(timesFaster ? 0 : axes.size(), new Axis('z', sections));
        }
        return axes;
    }
}
