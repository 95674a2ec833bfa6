package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * An image of a data set's latest version as published and harvested, with what it inherits already filled in.
 *
 * @param identifier OAI identifier, contracts §1
 * @param landingPage also the subject IRI of the image
 * @param imageSet name of the image set it belongs to
 * @param zarr root of the OME-Zarr; null unless open, like thumbnail and digest
 * @param position on a plate; null off plates
 * @param split part it plays in machine learning; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedImage(
        String identifier,
        String imageId,
        String datasetIdentifier,
        String datasetAccession,
        String datasetTitle,
        String node,
        String publisher,
        URI landingPage,
        String imageSet,
        String name,
        List<Agent> creators,
        String license,
        List<TermReference> organisms,
        List<TermReference> imagingMethods,
        List<TermReference> terms,
        Access access,
        Instant published,
        Instant modified,
        PixelDescription pixels,
        URI zarr,
        URI thumbnail,
        String digest,
        long sizeBytes,
        List<PublishedLabel> labels,
        PlatePosition position,
        Split split) {
    public PublishedImage {
        creators = Components.list(creators);
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        labels = Components.list(labels);
    }

    /** An image that plays no part in machine learning. */
    public PublishedImage(
            String identifier,
            String imageId,
            String datasetIdentifier,
            String datasetAccession,
            String datasetTitle,
            String node,
            String publisher,
            URI landingPage,
            String imageSet,
            String name,
            List<Agent> creators,
            String license,
            List<TermReference> organisms,
            List<TermReference> imagingMethods,
            List<TermReference> terms,
            Access access,
            Instant published,
            Instant modified,
            PixelDescription pixels,
            URI zarr,
            URI thumbnail,
            String digest,
            long sizeBytes,
            List<PublishedLabel> labels,
            PlatePosition position) {
        this(
                identifier,
                imageId,
                datasetIdentifier,
                datasetAccession,
                datasetTitle,
                node,
                publisher,
                landingPage,
                imageSet,
                name,
                creators,
                license,
                organisms,
                imagingMethods,
                terms,
                access,
                published,
                modified,
                pixels,
                zarr,
                thumbnail,
                digest,
                sizeBytes,
                labels,
                position,
                null);
    }

    /** An image that is on no plate. */
    public PublishedImage(
            String identifier,
            String imageId,
            String datasetIdentifier,
            String datasetAccession,
            String datasetTitle,
            String node,
            String publisher,
            URI landingPage,
            String imageSet,
            String name,
            List<Agent> creators,
            String license,
            List<TermReference> organisms,
            List<TermReference> imagingMethods,
            List<TermReference> terms,
            Access access,
            Instant published,
            Instant modified,
            PixelDescription pixels,
            URI zarr,
            URI thumbnail,
            String digest,
            long sizeBytes,
            List<PublishedLabel> labels) {
        this(
                identifier,
                imageId,
                datasetIdentifier,
                datasetAccession,
                datasetTitle,
                node,
                publisher,
                landingPage,
                imageSet,
                name,
                creators,
                license,
                organisms,
                imagingMethods,
                terms,
                access,
                published,
                modified,
                pixels,
                zarr,
                thumbnail,
                digest,
                sizeBytes,
                labels,
                null);
    }
}
