package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.frame.FrameCache;
import org.vitrail.pixels.dicom.frame.Frames;
import org.vitrail.pixels.dicom.frame.PixelLayout;

/**
 * What is kept of one file with pixels.
 *
 * @param file where it is
 * @param frames its pixels
 * @param series identifier of its series, or a text of its own when it has none
 * @param instance identifier of the instance, or empty
 * @param kind what is made of it
 * @param title modality and number of the series, for the image's name; nothing that could reveal a person
 * @param imageType values of ImageType
 * @param number InstanceNumber, or {@link Long#MAX_VALUE}
 * @param geometry of its only frame, or of what all frames share
 */
record Instance(
        DicomFile file,
        Frames frames,
        String series,
        String instance,
        Kind kind,
        String title,
        List<String> imageType,
        long number,
        Geometry geometry) {

    private static final String SLIDE = "1.2.840.10008.5.1.4.1.1.77.1.6";
    private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    /** What is made of a file. */
    enum Kind {
        /** One plane of a stack. */
        PLANE,
        /** Several frames that are a stack by themselves. */
        MULTI_FRAME,
        /** Tiles of a slide. */
        SLIDE,
        /** Labels. */
        SEGMENTATION
    }

    static Instance read(DicomFile file, Dataset data, FrameCache cache) throws IOException {
        Frames frames = Frames.of(file, data, cache);
        String series = data.text(Tags.SERIES_INSTANCE_UID);
        return new Instance(
                file,
                frames,
                series.isEmpty() ? "file " + file.path() : series,
                data.text(Tags.SOP_INSTANCE_UID),
                kind(data, frames.layout()),
                title(data),
                data.texts(Tags.IMAGE_TYPE),
                data.integer(Tags.INSTANCE_NUMBER, Long.MAX_VALUE),
                Geometry.read(data.item(Tags.SHARED_FUNCTIONAL_GROUPS), data));
    }

    private static Kind kind(Dataset data, PixelLayout layout) throws IOException {
        String sopClass = data.text(Tags.SOP_CLASS_UID);
        String segmentation = data.text(Tags.SEGMENTATION_TYPE);
        if (sopClass.equals(SEGMENTATION) && !segmentation.equals("LABELMAP")) {
            return Kind.SEGMENTATION;
        }
        if (sopClass.equals(SLIDE) || data.has(Tags.TOTAL_COLUMNS)) {
            return Kind.SLIDE;
        }
        boolean several = layout.frames() > 1 || data.has(Tags.PER_FRAME_FUNCTIONAL_GROUPS);
        return several ? Kind.MULTI_FRAME : Kind.PLANE;
    }

    private static String title(Dataset data) throws IOException {
        String modality = data.text(Tags.MODALITY);
        long number = data.integer(Tags.SERIES_NUMBER, -1);
        String shown = modality.matches("[A-Z]{2,16}") ? modality : "image";
        return number < 0 || number > 99_999 ? shown : shown + " series " + number;
    }

    PixelLayout layout() {
        return frames.layout();
    }

    /** Equal for planes that can lie in one stack. */
    String stackKey() {
        PixelLayout l = layout();
        return l.rows() + "x" + l.columns() + "x" + l.samples() + " " + l.type() + " " + geometry.direction();
    }
}
