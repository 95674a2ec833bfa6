package org.vitrail.node.oaipmh;

import java.time.Instant;
import java.util.List;

/**
 * An item of a repository with its newest change.
 *
 * @param localName identifier after {@code oai:{domain}:}
 * @param imageId null for a data set
 * @param sequence place in the order of changes, which is the order of commits
 * @param datestamp whole seconds
 */
record OaiItem(
        String localName,
        String accession,
        String imageId,
        long sequence,
        Instant datestamp,
        boolean deleted,
        List<String> sets) {

    OaiItem {
        sets = List.copyOf(sets);
    }
}
