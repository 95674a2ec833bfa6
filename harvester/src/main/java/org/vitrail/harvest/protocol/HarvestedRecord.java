package org.vitrail.harvest.protocol;

import java.time.Instant;
import java.util.List;

/**
 * One record of an OAI-PMH repository, as its last change left it (OAI-PMH 2.0 §2.5).
 *
 * @param identifier the item's identifier, never blank
 * @param datestamp last change by the repository's clock; midnight UTC where it counts in days
 * @param sets setSpecs of the item, in the repository's order; empty where it has none
 * @param deleted true when the repository says that the record is gone
 * @param metadataXml the metadata as a standalone well-formed element with every namespace that was in scope;
 *     null exactly when deleted
 */
public record HarvestedRecord(
        String identifier, Instant datestamp, List<String> sets, boolean deleted, String metadataXml) {

    public HarvestedRecord {
        sets = List.copyOf(sets);
    }
}
