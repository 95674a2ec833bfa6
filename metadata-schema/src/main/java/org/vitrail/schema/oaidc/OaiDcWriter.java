package org.vitrail.schema.oaidc;

import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

public final class OaiDcWriter {
    public String write(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }

    public String write(PublishedImage image) {
        throw new UnsupportedOperationException();
    }
}
