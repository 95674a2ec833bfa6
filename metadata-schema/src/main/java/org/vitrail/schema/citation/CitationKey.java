package org.vitrail.schema.citation;

import org.vitrail.schema.dataset.PublishedDataset;

/** The key by which a reference list names a version. */
final class CitationKey {
    private CitationKey() {}

    static String of(PublishedDataset d) {
        return "vitrail-" + d.accession().replaceAll("[^A-Za-z0-9]", "") + "-v" + d.version();
    }
}
