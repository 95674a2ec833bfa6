package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.ByteOrder;

/** Uncompressed planes one behind the other after a single directory, as ImageJ writes stacks of more than 4 GB. */
final class ContiguousPlanes {

    private final TiffFile file;
    private final PageLayout layout;
    private final long start;

    /** Refuses a file that ends before its last plane. */
    ContiguousPlanes(TiffFile file, Ifd page, PageLayout layout, long planes) throws IOException {
        this.file = file;
        this.layout = layout;
        this.start = page.number(Tag.STRIP_OFFSETS, 0);
        if (planes > (file.sizeBytes() - start) / planeBytes()) {
            throw file.broken("its description counts " + planes + " planes, which the file is too short for", start);
        }
    }

    /** True when the first page is of the kind. */
    static boolean canHold(PageLayout layout) {
        return layout.compression() == 1
                && !layout.tiled()
                && layout.predictor() == 1
                && layout.samples() == 1
                && layout.stored().plain()
                && !layout.lowBitFirst();
    }

    void read(long plane, PlaneMap.Rectangle area, byte[] destination) throws IOException {
        int bytes = layout.type().bytes();
        int rowBytes = area.width() * bytes;
        for (int row = 0; row < area.height(); row++) {
            long pixel = (area.y() + row) * layout.width() + area.x();
            file.read(start + plane * planeBytes() + pixel * bytes, destination, row * rowBytes, rowBytes);
        }
        if (file.order() == ByteOrder.BIG_ENDIAN) {
            Predictors.swap(destination, 0, rowBytes * area.height(), bytes);
        }
    }

    private long planeBytes() {
        return layout.width() * layout.height() * layout.type().bytes();
    }
}
