package org.vitrail.pixels.dicom;

import java.io.IOException;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.Tags;

/**
 * Where a plane lies and how large its pixels are. PS3.3 §C.7.6.2.1.1, §10.7.1.3.
 *
 * @param position of the first pixel in millimeters (x, y, z of the patient), or null
 * @param orientation direction of rows and of columns, six cosines, or null
 * @param spacing distance of rows and of columns in millimeters, or null
 * @param sectionSpacing distance of sections in millimeters as the file says, or null
 */
record Geometry(double[] position, double[] orientation, double[] spacing, Double sectionSpacing) {

    /** What is known of one plane, from its own item first, then from the one that all share, then from the data set. */
    static Geometry read(Dataset... places) throws IOException {
        double[] position = null;
        double[] orientation = null;
        double[] spacing = null;
        Double sections = null;
        for (Dataset place : places) {
            Dataset measures = place.item(Tags.PIXEL_MEASURES_SEQUENCE);
            position = first(position, place.item(Tags.PLANE_POSITION_SEQUENCE), place, Tags.IMAGE_POSITION_PATIENT, 3);
            orientation = first(
                    orientation, place.item(Tags.PLANE_ORIENTATION_SEQUENCE), place, Tags.IMAGE_ORIENTATION_PATIENT, 6);
            spacing = first(spacing, measures, place, Tags.PIXEL_SPACING, 2);
            spacing = spacing == null ? place.decimals(Tags.IMAGER_PIXEL_SPACING, 2) : spacing;
            sections = sections == null ? one(first(null, measures, place, Tags.SPACING_BETWEEN_SLICES, 1)) : sections;
        }
        return new Geometry(position, orientation, positive(spacing), sections);
    }

    private static double[] first(double[] known, Dataset inside, Dataset place, int tag, int count)
            throws IOException {
        double[] found = known == null ? inside.decimals(tag, count) : known;
        return found == null ? place.decimals(tag, count) : found;
    }

    private static double[] positive(double[] spacing) {
        return spacing != null && spacing[0] > 0 && spacing[1] > 0 ? spacing : null;
    }

    private static Double one(double[] value) {
        return value == null || value[0] == 0 ? null : Double.valueOf(Math.abs(value[0]));
    }

    /** How far along the normal of the plane its position is, in millimeters; NaN when that is not known. */
    double along() {
        if (position == null || orientation == null) {
            return Double.NaN;
        }
        double[] o = orientation;
        double nx = o[1] * o[5] - o[2] * o[4];
        double ny = o[2] * o[3] - o[0] * o[5];
        double nz = o[0] * o[4] - o[1] * o[3];
        return nx * position[0] + ny * position[1] + nz * position[2];
    }

    /** Equal for planes that are parallel within about a tenth of a degree. */
    String direction() {
        if (orientation == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (double cosine : orientation) {
            text.append(Math.round(cosine * 500)).append(' ');
        }
        return text.toString();
    }

    Double micrometersX() {
        return spacing == null ? null : Double.valueOf(spacing[1] * 1000);
    }

    Double micrometersY() {
        return spacing == null ? null : Double.valueOf(spacing[0] * 1000);
    }
}
