package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.data.TransferSyntax.Pixels;
import org.vitrail.pixels.dicom.frame.FragmentIndex;
import org.vitrail.pixels.dicom.frame.FrameCache;
import org.vitrail.pixels.dicom.frame.Frames;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/**
 * The pixel data of a file, as they are stored. PS3.5 §8.2, §A.4.
 *
 * @param file where they are
 * @param data the file's elements
 * @param pixels the element that holds them
 * @param frames the same, decoded
 * @param index where compressed frames lie; null for native ones
 */
record CodedFrames(DicomFile file, Dataset data, Element pixels, Frames frames, FragmentIndex index) {

    /** Less is no picture. */
    private static final int SMALLEST_FRAME_BYTES = 1024;

    /**
     * Nothing where there are no pixels, or none that are read.
     *
     * @throws org.vitrail.pixels.PixelsException when they are damaged or stored in a way that is not read
     */
    static Optional<CodedFrames> find(DicomFile file, Dataset data) throws IOException {
        Optional<Element> pixels = data.find(Tags.PIXEL_DATA)
                .or(() -> data.find(Tags.FLOAT_PIXEL_DATA))
                .or(() -> data.find(Tags.DOUBLE_PIXEL_DATA));
        if (pixels.isEmpty() || pixels.get().length() == 0 || isRefused(file)) {
            return Optional.empty();
        }
        // checks first that frames are small enough to be held in memory
        Frames frames = Frames.of(file, data, new FrameCache(0));
        FragmentIndex index = pixels.get().isUndefined()
                ? FragmentIndex.read(data, pixels.get(), frames.layout().frames())
                : null;
        return Optional.of(new CodedFrames(file, data, pixels.get(), frames, index));
    }

    static boolean isRefused(DicomFile file) {
        return file.transferSyntax().pixels() == Pixels.REFUSED;
    }

    PixelLayout layout() {
        return frames.layout();
    }

    boolean isNative() {
        return index == null;
    }

    /** A compressed frame as it is stored, of all its fragments. */
    byte[] frame(int frame) throws IOException {
        byte[] coded = index.bytes(data.in(), frame, layout().mostCodedBytes());
        if (coded == null) {
            throw data.in().broken("frame %d is longer compressed than not".formatted(frame), index.at(frame));
        }
        return coded;
    }

    /** What of such a frame no decoder needs. */
    List<Gap> gaps(byte[] coded) {
        return switch (file.transferSyntax().pixels()) {
            case JPEG, JPEG_LOSSLESS -> JpegGaps.of(coded);
            case JPEG_2000 -> Jpeg2000Gaps.of(coded);
            case RLE -> RleGaps.of(coded, (long) layout().rows() * layout().columns());
            case NATIVE, REFUSED -> List.of();
        };
    }

    /** True when native pixel data are longer by a frame or more than the file says: frames that nobody counted. */
    boolean holdUncountedFrames() {
        long frameBytes = Math.max(SMALLEST_FRAME_BYTES, layout().nativeBytes() / layout().frames());
        return isNative() && pixels.length() - layout().nativeBytes() >= frameBytes;
    }

    /** Where native pixel data end, with the byte that makes their number even. */
    long nativeEnd() {
        long wanted = layout().nativeBytes();
        return pixels.valueAt() + Math.min(pixels.length(), wanted + wanted % 2);
    }

    /** True when the samples of a byte come in pairs with the second first, so that the last byte is no padding. */
    boolean isPaired() {
        return pixels.syntax().isBigEndian() && layout().bitsAllocated() <= 8 && !"OB".equals(pixels.vr());
    }
}
