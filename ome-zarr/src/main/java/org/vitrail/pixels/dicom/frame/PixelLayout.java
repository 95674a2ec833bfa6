package org.vitrail.pixels.dicom.frame;

import java.io.IOException;
import java.util.Locale;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Tags;

/**
 * How the samples of a file's frames are stored. PS3.3 §C.7.6.3.1.
 *
 * @param file name of the file, for messages
 * @param rows height of a frame
 * @param columns width of a frame
 * @param samples of a pixel, 1 or 3
 * @param photometric as the file says, e.g. {@code MONOCHROME2}
 * @param planar true when the samples of a color lie together (native pixel data)
 * @param bitsAllocated 1, 8, 16, 32 or 64
 * @param bitsStored bits that count
 * @param highBit the highest of them
 * @param type of the samples that are read
 * @param frames in the file, ≥ 1
 */
public record PixelLayout(
        String file,
        int rows,
        int columns,
        int samples,
        String photometric,
        boolean planar,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        PixelType type,
        int frames) {

    private static final int MOST_FRAMES = 10_000_000;

    /**
     * Reads and checks the image pixel module.
     *
     * @throws org.vitrail.pixels.UnreadableImage when it contradicts itself
     * @throws UnsupportedImage when samples are stored in a way that is not read, and which are
     */
    public static PixelLayout read(DicomFile file, Dataset data) throws IOException {
        int rows = number(data, Tags.ROWS, "Rows");
        int columns = number(data, Tags.COLUMNS, "Columns");
        int samples = (int) data.unsigned(Tags.SAMPLES_PER_PIXEL, 1);
        String photometric =
                data.text(Tags.PHOTOMETRIC_INTERPRETATION).replace("\\", "").toUpperCase(Locale.ROOT);
        int allocated = bitsAllocated(data);
        int stored = (int) data.unsigned(Tags.BITS_STORED, allocated);
        int high = (int) data.unsigned(Tags.HIGH_BIT, stored - 1);
        boolean planar = data.unsigned(Tags.PLANAR_CONFIGURATION, 0) == 1;
        PixelLayout layout = new PixelLayout(
                file.name(),
                rows,
                columns,
                samples,
                photometric.isEmpty() ? "MONOCHROME2" : photometric,
                planar,
                allocated,
                stored,
                high,
                type(file, data, allocated),
                frames(file, data));
        layout.check(data);
        return layout;
    }

    private static int number(Dataset data, int tag, String keyword) throws IOException {
        int value = (int) data.unsigned(tag, 0);
        if (value < 1 || value > 0xffff) {
            throw data.in()
                    .broken(
                            "%s is %s".formatted(keyword, data.has(tag) ? "" + value : "missing"),
                            data.find(tag).map(element -> element.at()).orElse(0L));
        }
        return value;
    }

    private static int bitsAllocated(Dataset data) throws IOException {
        if (data.has(Tags.FLOAT_PIXEL_DATA)) {
            return 32;
        }
        return data.has(Tags.DOUBLE_PIXEL_DATA) ? 64 : (int) data.unsigned(Tags.BITS_ALLOCATED, 0);
    }

    private static PixelType type(DicomFile file, Dataset data, int allocated) throws IOException {
        if (data.has(Tags.FLOAT_PIXEL_DATA)) {
            return PixelType.FLOAT32;
        }
        if (data.has(Tags.DOUBLE_PIXEL_DATA)) {
            return PixelType.FLOAT64;
        }
        boolean signed = data.unsigned(Tags.PIXEL_REPRESENTATION, 0) == 1;
        return switch (allocated) {
            case 1 -> PixelType.UINT8;
            case 8 -> signed ? PixelType.INT8 : PixelType.UINT8;
            case 16 -> signed ? PixelType.INT16 : PixelType.UINT16;
            case 32 -> signed ? PixelType.INT32 : PixelType.UINT32;
            default ->
                throw new UnsupportedImage(
                        "DICOM file %s has %d bits allocated to a sample; 1, 8, 16 and 32 are read, and 32 and 64 for floats. Export it with 16 bits."
                                .formatted(file.name(), allocated));
        };
    }

    private static int frames(DicomFile file, Dataset data) throws IOException {
        long frames = data.integer(Tags.NUMBER_OF_FRAMES, 1);
        if (frames < 1 || frames > MOST_FRAMES) {
            throw data.in()
                    .broken(
                            "NumberOfFrames is %d; 1 to %d are read".formatted(frames, MOST_FRAMES),
                            data.find(Tags.NUMBER_OF_FRAMES)
                                    .map(element -> element.at())
                                    .orElse(0L));
        }
        return (int) frames;
    }

    private void check(Dataset data) {
        if (bitsStored < 1 || bitsStored > bitsAllocated || highBit < bitsStored - 1 || highBit >= bitsAllocated) {
            throw data.in()
                    .broken(
                            "BitsStored %d and HighBit %d do not fit into BitsAllocated %d"
                                    .formatted(bitsStored, highBit, bitsAllocated),
                            data.find(Tags.BITS_STORED)
                                    .map(element -> element.at())
                                    .orElse(0L));
        }
        boolean gray = samples == 1 && (photometric.startsWith("MONOCHROME") || photometric.equals("PALETTE COLOR"));
        boolean color = samples == 3
                && (photometric.equals("RGB") || photometric.startsWith("YBR_"))
                && bitsAllocated >= 8
                && !type.isFloating();
        if (!gray && !color || photometric.startsWith("YBR_PARTIAL")) {
            throw new UnsupportedImage(
                    "DICOM file %s has %d samples a pixel of the kind %s; MONOCHROME1, MONOCHROME2 and PALETTE COLOR with one sample, RGB and YBR_FULL with three are read. Export it as RGB."
                            .formatted(file, samples, photometric.replaceAll("[^A-Z0-9_ ]", "?")));
        }
    }

    /** True when three samples are not yet red, green and blue. */
    boolean isYbr() {
        return photometric.startsWith("YBR_FULL");
    }

    /** True when two pixels share their colors in native pixel data: Y Y Cb Cr. */
    boolean isSubsampled() {
        return photometric.equals("YBR_FULL_422");
    }

    /** Pixels of a frame. */
    long pixels() {
        return (long) rows * columns;
    }

    /** Bytes of a decoded frame. */
    public long decodedBytes() {
        return pixels() * samples * type.bytes();
    }

    /**
     * Bytes of all frames as native pixel data, without the one that makes their number even. PS3.5 §8.1.1. Below 2⁶³: 2¹⁶ × 2¹⁶
     * pixels of 96 bits in 10⁷ frames are less.
     */
    public long nativeBytes() {
        long pixelBits = isSubsampled() ? 16 : (long) samples * bitsAllocated;
        return (pixels() * pixelBits * frames + 7) / 8;
    }

    /** Most bytes of a compressed frame that are read: such are a damage beyond. */
    public long mostCodedBytes() {
        return 2 * decodedBytes() + (1 << 20);
    }

    /** True when unused bits must be cleared, or the sign spread over them. */
    boolean isMasked() {
        return bitsAllocated > 1 && !type.isFloating() && bitsStored < bitsAllocated;
    }
}
