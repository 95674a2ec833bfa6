package org.vitrail.omezarr.validation;

/** Sections of the specifications, with the titles that they have there. */
enum Section {
    METADATA("metadata", "metadata"),
    IMAGES("images", "images"),
    SCREENING("high-content screening", "high-content screening"),
    AXES("axes metadata", "axes metadata"),
    TRANSFORMATIONS("coordinateTransformations metadata", "coordinateTransformations metadata"),
    MULTISCALES("multiscales metadata", "multiscales metadata"),
    OMERO("omero metadata", "omero metadata"),
    LABELS("labels metadata", "labels metadata"),
    IMAGE_LABEL("image-label metadata", "labels metadata"),
    PLATE("plate metadata", "plate metadata"),
    WELL("well metadata", "well metadata"),
    COLLECTION("bioformats2raw.layout", "bioformats2raw.layout"),
    ZARR_GROUP("Zarr v2, hierarchies", "Zarr v3 core, group metadata"),
    ZARR_ARRAY("Zarr v2, arrays", "Zarr v3 core, array metadata"),
    ZARR_CODECS("Zarr v2, arrays", "Zarr v3 core, codecs"),
    ZARR_CHUNKS("Zarr v2, storing chunks", "Zarr v3 core, chunk grids"),
    PIXEL_DIGEST("Vitrail, pixel digest vitrail-pixels-1", "Vitrail, pixel digest vitrail-pixels-1");

    private final String in04;
    private final String in05;

    Section(String in04, String in05) {
        this.in04 = in04;
        this.in05 = in05;
    }

    /** Specification and section, e.g. {@code OME-NGFF 0.5, axes metadata}. */
    String title(boolean zarrV3) {
        String own = zarrV3 ? in05 : in04;
        return own.startsWith("Zarr") || own.startsWith("Vitrail")
                ? own
                : "OME-NGFF " + (zarrV3 ? "0.5, " : "0.4, ") + own;
    }
}
