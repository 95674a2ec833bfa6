package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import java.nio.ByteOrder;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Uncompressed planes one behind the other after a single directory, as ImageJ writes stacks of more than 4 GB. */
public final class ContiguousPlanes {

    private static final int PIECE_BYTES = 1 << 20;

    private final TiffFile file;
    private final PageLayout layout;
    private final long start;
    private final long planeBytes;

    /** Refuses a file that ends before its last plane. */
    public ContiguousPlanes(TiffFile file, Ifd page, PageLayout layout, long planes) throws IOException {
        this.file = file;
        this.layout = layout;
        this.start = page.number(Tag.STRIP_OFFSETS, 0);
        this.planeBytes = Math.multiplyExact(
                Math.multiplyExact(layout.width(), layout.height()),
                (long) layout.type().bytes() * layout.samples());
        if (planes > (file.sizeBytes() - start) / planeBytes) {
            throw file.broken("its description counts " + planes + " planes, which the file is too short for", start);
        }
    }

    /** True when the first page is of the kind. */
    public static boolean canHold(PageLayout layout) {
        return layout.compression() == 1
                && !layout.tiled()
                && layout.predictor() == 1
                && layout.chunky()
                && layout.stored().plain()
                && !layout.lowBitFirst();
    }

    /** Reads a rectangle of one sample of a plane; safe for several threads. @param plane counted from 0 */
    public void read(long plane, int sample, PlaneMap.Rectangle area, byte[] destination) throws IOException {
        int bytes = layout.type().bytes();
        int pixelBytes = bytes * layout.samples();
        int piece = Math.max(1, PIECE_BYTES / pixelBytes);
        for (int row = 0; row < area.height(); row++) {
            for (int done = 0; done < area.width(); done += piece) {
                int count = Math.min(piece, area.width() - done);
                long pixel = (area.y() + row) * layout.width() + area.x() + done;
                byte[] stored = new byte[count * pixelBytes];
                file.read(start + plane * planeBytes + pixel * pixelBytes, stored, 0, stored.length);
                if (file.order() == ByteOrder.BIG_ENDIAN) {
                    Predictors.swap(stored, 0, stored.length, bytes);
                }
                int to = (row * area.width() + done) * bytes;
                layout.stored().give(stored, 8L * bytes * sample, layout.samples(), count, destination, to);
            }
        }
    }
}
