package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Tags;

/**
 * Writes pixel data without what is no pixel: native ones up to the last sample, compressed ones in fragments of the same lengths, with
 * zeros where something stood that no decoder needs. PS3.5 §8.2, §A.4.
 */
final class PixelCopy {

    private final CodedFrames frames;
    private final ElementWriter writer;

    /** @param frames null where a file has none */
    PixelCopy(CodedFrames frames, ElementWriter writer) {
        this.frames = frames;
        this.writer = writer;
    }

    /** True for elements that hold pixels or say where they are; those are written by {@link #write} and nobody else. */
    static boolean isPixels(Element element) {
        return element.isPixelData() || OffsetTables.isTable(element);
    }

    /** A second element with pixels is left out, as is a table that nothing needs. */
    void write(Element element) throws IOException {
        if (frames == null) {
            return;
        }
        if (OffsetTables.isTable(element)) {
            byte[] table = OffsetTables.extended(frames, element);
            if (table != null) {
                writer.value(element.tag(), element.vr(), element.syntax(), table);
            }
        } else if (element.at() == frames.pixels().at()) {
            if (frames.isNative()) {
                samples(element);
            } else {
                fragments(element);
            }
        }
    }

    private void samples(Element element) throws IOException {
        long wanted = frames.layout().nativeBytes();
        writer.head(element, wanted + wanted % 2);
        long end = frames.isPaired() ? frames.nativeEnd() : element.valueAt() + wanted;
        writer.copy(frames.data().in(), element.valueAt(), end);
        if (end - element.valueAt() < wanted + wanted % 2) {
            writer.bytes(new byte[1], 0, 1);
        }
    }

    private void fragments(Element element) throws IOException {
        writer.sequence(element);
        byte[] table = OffsetTables.basic(frames);
        writer.fragment(element.syntax(), table, 0, table.length);
        for (int frame = 0; frame < frames.layout().frames(); frame++) {
            byte[] coded = frames.frame(frame);
            Gap.zero(coded, frames.gaps(coded));
            int at = 0;
            for (int length : frames.index().lengths(frame)) {
                writer.fragment(element.syntax(), coded, at, length);
                at += length;
            }
        }
        writer.item(Tags.SEQUENCE_DELIMITATION, element.syntax());
    }
}
