package org.vitrail.pixels.dicom.frame;

import java.io.IOException;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.data.TransferSyntax;

/** The frames of one file. Safe for several threads; holds no open file and no pixels of its own. */
public interface Frames {

    /** How samples are stored. */
    PixelLayout layout();

    /**
     * A rectangle of a plane.
     *
     * @param y first row
     * @param x first column
     * @param height rows
     * @param width columns
     */
    record Area(int y, int x, int height, int width) {}

    /**
     * Where samples go.
     *
     * @param bytes receives little-endian samples
     * @param at of the first
     * @param stride bytes from one row to the next
     */
    record Target(byte[] bytes, int at, int stride) {}

    /**
     * Reads one sample of a rectangle inside a frame.
     *
     * @throws org.vitrail.pixels.UnreadableImage when the frame is damaged
     */
    void read(int frame, int sample, Area area, Target target) throws IOException;

    /**
     * The frames of a file with pixel data.
     *
     * @param cache for frames that have to be decoded whole
     * @throws org.vitrail.pixels.UnreadableImage when they are not all there
     * @throws UnsupportedImage when their compression is not read, naming the transfer syntax
     */
    static Frames of(DicomFile file, Dataset data, FrameCache cache) throws IOException {
        TransferSyntax transfer = file.transferSyntax();
        if (transfer.pixels() == TransferSyntax.Pixels.REFUSED) {
            throw new UnsupportedImage(
                    "DICOM file %s is compressed with %s, which is not read. Uncompressed, RLE, JPEG of 8 bits, lossless JPEG and JPEG 2000 are; export it as explicit VR little endian."
                            .formatted(file.name(), transfer.title()));
        }
        PixelLayout layout = PixelLayout.read(file, data);
        Element pixels = data.find(Tags.PIXEL_DATA)
                .or(() -> data.find(Tags.FLOAT_PIXEL_DATA))
                .or(() -> data.find(Tags.DOUBLE_PIXEL_DATA))
                .orElseThrow(() -> data.in().broken("it has no pixel data", 0));
        if (!pixels.isUndefined()) {
            return NativeFrames.of(file, layout, pixels, data.in());
        }
        if (transfer.pixels() == TransferSyntax.Pixels.NATIVE) {
            throw data.in().broken("its pixel data are in fragments, but it names no compression", pixels.at());
        }
        return new EncapsulatedFrames(file, layout, FragmentIndex.read(data, pixels, layout.frames()), cache);
    }
}
