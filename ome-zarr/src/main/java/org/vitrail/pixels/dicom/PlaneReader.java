package org.vitrail.pixels.dicom;

import java.io.IOException;
import org.vitrail.pixels.dicom.frame.Frames.Area;

/** Reads rectangles of planes that are made of frames in some way. Safe for several threads. */
interface PlaneReader {

    /** A rectangle inside the plane, row-major and little-endian from the start of the destination. */
    void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) throws IOException;

    /** Planes that are one frame each. */
    static PlaneReader ofFrames(StackOrder order) {
        return (t, c, z, y, x, height, width, destination) -> {
            FrameReference plane = order.planes().get(t * order.sections() + z);
            readFrame(plane, c, new Area((int) y, (int) x, height, width), destination);
        };
    }

    /** A rectangle of one frame. */
    static void readFrame(FrameReference plane, int sample, Area area, byte[] destination) throws IOException {
        int stride = area.width() * plane.frames().layout().type().bytes();
        plane.frames()
                .read(
                        plane.frame(),
                        sample,
                        area,
                        new org.vitrail.pixels.dicom.frame.Frames.Target(destination, 0, stride));
    }
}
