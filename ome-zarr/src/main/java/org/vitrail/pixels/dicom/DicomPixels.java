package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.DescribedPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;

/** An image in one or more DICOM files. Files are opened for each reading, so that a long series holds none open. */
final class DicomPixels extends DescribedPixels {

    private final PlaneReader planes;

    DicomPixels(PixelShape shape, PixelType type, SourceMetadata metadata, PlaneReader planes) {
        super(shape, type, metadata);
        this.planes = planes;
    }

    /** Sizes out of a file, refused when they cannot be. */
    static PixelShape shape(String file, long t, long c, long z, long y, long x) {
        try {
            return new PixelShape(t, Math.toIntExact(c), z, y, x);
        } catch (IllegalArgumentException | ArithmeticException absurd) {
            throw new UnreadableImage(
                    "DICOM file %s claims %d × %d × %d × %d × %d pixels (t, c, z, y, x). Check that it was copied whole, or export it again."
                            .formatted(file, t, c, z, y, x),
                    absurd);
        }
    }

    /** What is said of an image: pixel size in micrometers from millimeters, color where a pixel has three samples. */
    static SourceMetadata metadata(
            PixelShape shape, String name, Geometry geometry, Double sectionSpacing, boolean rgb) {
        String axes = (shape.t() > 1 ? "t" : "") + (shape.c() > 1 ? "c" : "") + (shape.z() > 1 ? "z" : "") + "yx";
        Double z = shape.z() < 2 ? null : sectionSpacing != null ? sectionSpacing : geometry.sectionSpacing();
        return new SourceMetadata(
                name,
                axes,
                geometry.micrometersX(),
                geometry.micrometersY(),
                z == null ? null : Double.valueOf(z * 1000),
                List.of(),
                rgb);
    }

    /** The same image with the milliseconds from a frame to the next, where that is said. */
    DicomPixels withFrameTime(double milliseconds) {
        return new DicomPixels(shape(), type(), metadata().withTimeStep(milliseconds / 1000), planes);
    }

    @Override
    protected void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        planes.read(t, c, z, y, x, height, width, destination);
    }
}
