package org.vitrail.gateway.portal;

import java.util.List;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.PublishedDataset;

/**
 * The gateway's page of a data set.
 *
 * @param nodeTitle of the node that owns it
 * @param nodePage its landing page there; null where it gave no usable address
 * @param citation one line of text
 * @param licenseUrl null where unknown
 * @param picture what the viewer shows; null where pixels are not open
 * @param images of its gallery; empty where the search is away
 * @param imagesNext address of the gallery's next page; null on the last
 * @param imagesFailure why there is no gallery; null where there is one
 */
record DatasetView(
        PublishedDataset dataset,
        String nodeTitle,
        String nodePage,
        String citation,
        String licenseUrl,
        Picture picture,
        List<HitView> images,
        String imagesNext,
        String imagesFailure) {

    /**
     * What the viewer shows.
     *
     * @param identifier of the image
     * @param thumbnail null where there is none
     */
    record Picture(String identifier, String name, String zarr, String thumbnail) {}

    /** Whether this image is the one in the viewer. */
    public boolean isShown(HitView image) {
        return picture != null && image.hit().identifier().equals(picture.identifier());
    }

    /** The description, short enough for a search engine. */
    public String summary() {
        String text = dataset.description() == null ? "" : dataset.description().replaceAll("\\s+", " ");
        return text.length() <= 160 ? text : text.substring(0, 159) + "…";
    }

    /** Concept DOI or the version's, bare; null where none. */
    public String doi() {
        return dataset.versionDoi() != null ? dataset.versionDoi() : dataset.conceptDoi();
    }

    /** What that is called while it is not registered. */
    public String unregistered() {
        return Doi.unregisteredLabel(doi());
    }
}
