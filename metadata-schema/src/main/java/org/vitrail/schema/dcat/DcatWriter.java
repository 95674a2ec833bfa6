package org.vitrail.schema.dcat;

import org.vitrail.schema.dataset.PublishedDataset;

public final class DcatWriter {
    public String turtle(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }

    public String jsonld(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }

    public String rdfxml(PublishedDataset dataset) {
        throw new UnsupportedOperationException();
    }
}
