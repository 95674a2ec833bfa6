package org.vitrail.pixels.dicom.frame;

import java.io.IOException;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.TransferSyntax;

/** Compressed frames; each is decoded whole and kept in the cache. PS3.5 Annex A.4. */
final class EncapsulatedFrames implements Frames {

    private static final long MOST_BYTES = 256L << 20;

    private final DicomFile file;
    private final PixelLayout layout;
    private final FragmentIndex index;
    private final FrameCache cache;

    EncapsulatedFrames(DicomFile file, PixelLayout layout, FragmentIndex index, FrameCache cache) {
        this.file = file;
        this.layout = layout;
        this.index = index;
        this.cache = cache;
        if (layout.decodedBytes() > limit()) {
            throw new UnsupportedImage(
                    "DICOM file %s has compressed frames of %d × %d pixels; such are read up to %d MiB. Export it uncompressed."
                            .formatted(file.name(), layout.rows(), layout.columns(), limit() >> 20));
        }
        if (layout.bitsAllocated() == 1 || layout.type().isFloating()) {
            throw new UnsupportedImage(
                    "DICOM file %s has compressed pixels of 1 bit or floats, which are not read. Export it uncompressed."
                            .formatted(file.name()));
        }
    }

    private static long limit() {
        return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 6);
    }

    @Override
    public PixelLayout layout() {
        return layout;
    }

    @Override
    public void read(int frame, int sample, Area area, Target target) throws IOException {
        byte[] planes = cache.get(new FrameCache.Key(this, frame), () -> decode(frame));
        int bytes = layout.type().bytes();
        for (int row = 0; row < area.height(); row++) {
            long from = (sample * layout.pixels() + (long) (area.y() + row) * layout.columns() + area.x()) * bytes;
            System.arraycopy(
                    planes, (int) from, target.bytes(), target.at() + row * target.stride(), area.width() * bytes);
        }
    }

    /** Planes of little-endian samples, one for each sample of a pixel. */
    private byte[] decode(int frame) throws IOException {
        try (DicomBytes in = file.bytes()) {
            byte[] coded = index.bytes(in, frame, layout.mostCodedBytes());
            if (coded == null) {
                throw in.broken("frame %d is longer compressed than not".formatted(frame), index.at(frame));
            }
            byte[] planes = decoded(coded);
            StoredBits.align(layout, planes, 0, planes.length / layout.type().bytes());
            return planes;
        } catch (BadFrame bad) {
            throw DicomBytes.broken(file.name(), "frame %d: %s".formatted(frame, bad.getMessage()), index.at(frame));
        }
    }

    private byte[] decoded(byte[] coded) throws BadFrame, IOException {
        TransferSyntax.Pixels kind = file.transferSyntax().pixels();
        return switch (kind) {
            case RLE -> RleDecoder.decode(coded, layout);
            case JPEG -> JpegDecoder.decode(coded, layout);
            case JPEG_LOSSLESS -> LosslessJpeg.decode(coded, layout);
            case JPEG_2000 -> Jpeg2000Decoder.decode(coded, layout);
            case NATIVE, REFUSED -> throw new IllegalStateException("not encapsulated: " + kind);
        };
    }
}
