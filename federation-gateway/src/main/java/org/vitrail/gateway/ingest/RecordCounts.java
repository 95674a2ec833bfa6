package org.vitrail.gateway.ingest;

/**
 * What the gateway holds of a node.
 *
 * @param waiting records that the index does not show as they are yet
 * @param failed records that cannot be shown
 */
public record RecordCounts(long datasets, long images, long waiting, long failed) {}
