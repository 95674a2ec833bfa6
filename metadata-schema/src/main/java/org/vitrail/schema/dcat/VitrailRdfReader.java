package org.vitrail.schema.dcat;

import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

public final class VitrailRdfReader {
    public PublishedDataset readDataset(String rdfXml) {
        throw new UnsupportedOperationException();
    }

    public PublishedImage readImage(String rdfXml) {
        throw new UnsupportedOperationException();
    }
    /** True when the record describes an image, false when a data set. */
    public boolean isImage(String rdfXml) {
        throw new UnsupportedOperationException();
    }
}
