package org.vitrail.gateway.ingest;

import org.vitrail.gateway.registry.Repository;

/**
 * A record as harvested.
 *
 * @param deleted the node says that it is gone
 * @param xml its metadata; null when deleted
 * @param version grows with every change
 */
public record StoredRecord(
        String identifier, String node, Repository repository, boolean deleted, String xml, long version) {}
