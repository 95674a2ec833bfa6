package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.frame.Frames;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/** Proves that a copy has the same pixels: the same stored bytes, or where something was zeroed among them, the same samples. */
final class SameFrames {

    private static final int BAND_BYTES = 1 << 20;

    private SameFrames() {}

    /** @param original empty for a file without pixels, whose copy has none either */
    static boolean in(Optional<CodedFrames> original, Path copy) throws IOException {
        try (DicomFile file = DicomFile.open(copy);
                DicomBytes in = file.bytes()) {
            Dataset data = file.dataset(in);
            Optional<CodedFrames> copied = CodedFrames.find(file, data);
            if (original.isEmpty() || copied.isEmpty()) {
                return original.isEmpty() && copied.isEmpty();
            }
            return same(original.get(), copied.get());
        }
    }

    private static boolean same(CodedFrames one, CodedFrames other) throws IOException {
        if (!describe(one.layout()).equals(describe(other.layout())) || one.isNative() != other.isNative()) {
            return false;
        }
        if (one.isNative()) {
            return sameSamples(one, other);
        }
        for (int frame = 0; frame < one.layout().frames(); frame++) {
            if (!Arrays.equals(one.frame(frame), other.frame(frame)) && !sameFrame(one, other, frame)) {
                return false;
            }
        }
        return true;
    }

    /** Everything but the file's name. */
    private static String describe(PixelLayout l) {
        return String.join(
                " ",
                l.rows() + "x" + l.columns() + "x" + l.samples() + "x" + l.frames(),
                l.photometric() + l.planar() + l.type(),
                l.bitsAllocated() + " " + l.bitsStored() + " " + l.highBit());
    }

    private static boolean sameSamples(CodedFrames one, CodedFrames other) throws IOException {
        long length = one.isPaired()
                ? one.nativeEnd() - one.pixels().valueAt()
                : one.layout().nativeBytes();
        for (long at = 0; at < length; at += BAND_BYTES) {
            int part = (int) Math.min(BAND_BYTES, length - at);
            byte[] first = one.data().in().bytes(one.pixels().valueAt() + at, part);
            if (!Arrays.equals(first, other.data().in().bytes(other.pixels().valueAt() + at, part))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFrame(CodedFrames one, CodedFrames other, int frame) throws IOException {
        PixelLayout layout = one.layout();
        int stride = layout.columns() * layout.type().bytes();
        int rows = Math.max(1, Math.min(layout.rows(), BAND_BYTES / stride));
        byte[] first = new byte[rows * stride];
        byte[] second = new byte[rows * stride];
        for (int sample = 0; sample < layout.samples(); sample++) {
            for (int y = 0; y < layout.rows(); y += rows) {
                Frames.Area band = new Frames.Area(y, 0, Math.min(rows, layout.rows() - y), layout.columns());
                one.frames().read(frame, sample, band, new Frames.Target(first, 0, stride));
                other.frames().read(frame, sample, band, new Frames.Target(second, 0, stride));
                if (!Arrays.equals(first, second)) {
                    return false;
                }
            }
        }
        return true;
    }
}
