package org.vitrail.schema.schemaorg;

import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

public final class SchemaOrgWriter {
    public String write(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }

    public String write(PublishedImage image) {
        throw new UnsupportedOperationException();
    }
}
