package org.vitrail.schema.dcat;

import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

public final class VitrailRdfWriter {
    public String write(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }

    public String write(PublishedImage image) {
        throw new UnsupportedOperationException();
    }
}
