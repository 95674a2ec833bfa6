package org.vitrail.pixels.dicom.frame;

import java.io.IOException;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Element;

/** Frames that lie in the file as they are, one after the other; only the rows that are asked for are read. PS3.5 §8.1. */
final class NativeFrames implements Frames {

    private final DicomFile file;
    private final PixelLayout layout;
    private final long valueAt;
    private final boolean swapped;
    private final boolean bytePairs;

    private NativeFrames(DicomFile file, PixelLayout layout, Element pixels) {
        this.file = file;
        this.layout = layout;
        this.valueAt = pixels.valueAt();
        this.swapped = pixels.syntax().isBigEndian();
        this.bytePairs = swapped && layout.bitsAllocated() <= 8 && !"OB".equals(pixels.vr());
    }

    static Frames of(DicomFile file, PixelLayout layout, Element pixels, DicomBytes in) {
        NativeFrames frames = new NativeFrames(file, layout, pixels);
        if (layout.isSubsampled() && (layout.columns() % 2 == 1 || layout.bitsAllocated() != 8)
                || layout.isYbr() && layout.bitsAllocated() != 8
                || layout.photometric().startsWith("YBR_") && !layout.isYbr()) {
            throw new UnsupportedImage(
                    "DICOM file %s has colors as luminance and differences (%s) with an odd width, more than 8 bits or in a form that only JPEG 2000 has, which is not read. Export it as RGB."
                            .formatted(file.name(), layout.photometric()));
        }
        long wanted = layout.nativeBytes();
        if (pixels.length() < wanted) {
            throw in.broken(
                    "its pixel data have %d bytes, but %d frames of %d × %d pixels need %d"
                            .formatted(pixels.length(), layout.frames(), layout.rows(), layout.columns(), wanted),
                    pixels.at());
        }
        return frames;
    }

    @Override
    public PixelLayout layout() {
        return layout;
    }

    @Override
    public void read(int frame, int sample, Area area, Target target) throws IOException {
        try (DicomBytes in = file.bytes()) {
            for (int row = 0; row < area.height(); row++) {
                int at = target.at() + row * target.stride();
                readRow(in, frame, sample, new Area(area.y() + row, area.x(), 1, area.width()), target.bytes(), at);
            }
        }
    }

    private void readRow(DicomBytes in, int frame, int sample, Area row, byte[] to, int at) throws IOException {
        if (layout.bitsAllocated() == 1) {
            readBits(in, frame, row, to, at);
        } else if (layout.samples() == 1 || layout.planar() && !layout.isYbr()) {
            long first = ((long) frame * layout.samples() + sample) * layout.pixels()
                    + (long) row.y() * layout.columns()
                    + row.x();
            int bytes = layout.type().bytes();
            raw(in, first * bytes, to, at, row.width() * bytes);
            swap(to, at, row.width());
        } else {
            readColors(in, frame, sample, row, to, at);
        }
        StoredBits.align(layout, to, at, layout.bitsAllocated() == 1 ? 0 : row.width());
    }

    /** One-bit pixels are packed from the lowest bit on, also across frames. PS3.5 §8.1.1 and §8.2 note on Bits Allocated 1. */
    private void readBits(DicomBytes in, int frame, Area row, byte[] to, int at) throws IOException {
        long first = frame * layout.pixels() + (long) row.y() * layout.columns() + row.x();
        byte[] packed = new byte[(int) ((first + row.width() + 7) / 8 - first / 8)];
        raw(in, first / 8, packed, 0, packed.length);
        for (int i = 0; i < row.width(); i++) {
            int bit = (int) (first % 8) + i;
            to[at + i] = (byte) (packed[bit / 8] >> (bit % 8) & 1);
        }
    }

    private void readColors(DicomBytes in, int frame, int sample, Area row, byte[] to, int at) throws IOException {
        if (layout.isSubsampled()) {
            readSubsampled(in, frame, sample, row, to, at);
        } else if (layout.isYbr()) {
            readYbr(in, frame, sample, row, to, at);
        } else {
            int bytes = layout.type().bytes();
            byte[] pixels = interleaved(in, frame, row, bytes);
            for (int i = 0; i < row.width(); i++) {
                System.arraycopy(pixels, (i * 3 + sample) * bytes, to, at + i * bytes, bytes);
            }
            swap(to, at, row.width());
        }
    }

    private byte[] interleaved(DicomBytes in, int frame, Area row, int bytes) throws IOException {
        long first = frame * layout.pixels() + (long) row.y() * layout.columns() + row.x();
        byte[] pixels = new byte[row.width() * 3 * bytes];
        raw(in, first * 3 * bytes, pixels, 0, pixels.length);
        return pixels;
    }

    private void readYbr(DicomBytes in, int frame, int sample, Area row, byte[] to, int at) throws IOException {
        byte[][] parts = new byte[3][row.width()];
        if (layout.planar()) {
            for (int part = 0; part < 3; part++) {
                long first = ((long) frame * 3 + part) * layout.pixels() + (long) row.y() * layout.columns() + row.x();
                raw(in, first, parts[part], 0, row.width());
            }
        } else {
            byte[] pixels = interleaved(in, frame, row, 1);
            for (int i = 0; i < pixels.length; i++) {
                parts[i % 3][i / 3] = pixels[i];
            }
        }
        for (int i = 0; i < row.width(); i++) {
            to[at + i] = YbrColors.sample(sample, parts[0][i] & 0xff, parts[1][i] & 0xff, parts[2][i] & 0xff);
        }
    }

    /** Two pixels are four bytes: Y Y Cb Cr. PS3.3 §C.7.6.3.1.2. */
    private void readSubsampled(DicomBytes in, int frame, int sample, Area row, byte[] to, int at) throws IOException {
        int firstPair = row.x() / 2;
        int pairs = (row.x() + row.width() + 1) / 2 - firstPair;
        byte[] packed = new byte[pairs * 4];
        long rowAt = 2 * (frame * layout.pixels() + (long) row.y() * layout.columns());
        raw(in, rowAt + 4L * firstPair, packed, 0, packed.length);
        for (int i = 0; i < row.width(); i++) {
            int x = row.x() + i;
            int pair = (x / 2 - firstPair) * 4;
            to[at + i] = YbrColors.sample(
                    sample, packed[pair + x % 2] & 0xff, packed[pair + 2] & 0xff, packed[pair + 3] & 0xff);
        }
    }

    /** Bytes of the value; in words with the high byte first, samples of a byte come in changed pairs. PS3.5 §8.1.2, Annex A.3. */
    private void raw(DicomBytes in, long from, byte[] to, int at, int length) throws IOException {
        if (!bytePairs) {
            in.read(valueAt + from, to, at, length);
            return;
        }
        long even = from & ~1L;
        int whole = (int) (from + length + 1 - even & ~1L);
        byte[] words = in.bytes(valueAt + even, whole);
        for (int i = 0; i < length; i++) {
            to[at + i] = words[(int) (from + i - even) ^ 1];
        }
    }

    private void swap(byte[] samples, int from, int count) {
        int bytes = layout.type().bytes();
        if (!swapped || bytes == 1) {
            return;
        }
        for (int i = 0; i < count; i++) {
            int at = from + i * bytes;
            for (int b = 0; b < bytes / 2; b++) {
                byte low = samples[at + b];
                samples[at + b] = samples[at + bytes - 1 - b];
                samples[at + bytes - 1 - b] = low;
            }
        }
    }
}
