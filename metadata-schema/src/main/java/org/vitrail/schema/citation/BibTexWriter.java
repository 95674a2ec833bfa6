package org.vitrail.schema.citation;

import org.vitrail.schema.dataset.PublishedDataset;

public final class BibTexWriter {
    public String write(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }
}
