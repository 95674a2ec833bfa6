package org.vitrail.schema.rocrate;

import org.vitrail.schema.dataset.PublishedDataset;

public final class RoCrateWriter {
    public String write(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }
}
