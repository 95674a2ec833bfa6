package org.vitrail.node.ingest;

/** Object keys of an image. Contracts §8. */
public final class ImageKeys {
    private ImageKeys() {}

    /** Root of the OME-Zarr, without a slash at its end. */
    public static String root(String accession, String imageId) {
        return accession + "/images/" + imageId + ".ome.zarr";
    }

    /** The small picture beside it. */
    public static String thumbnail(String accession, String imageId) {
        return accession + "/images/" + imageId + ".thumbnail.jpg";
    }
}
