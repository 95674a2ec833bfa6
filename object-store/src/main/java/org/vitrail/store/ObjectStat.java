package org.vitrail.store;

import java.time.Instant;

/**
 * What the store says of an object without sending it.
 *
 * @param key of the object
 * @param sizeBytes its length
 * @param etag without quotes; empty where the store gives none
 * @param contentType as it was stored, or null
 * @param lastModified by the store's clock
 */
public record ObjectStat(String key, long sizeBytes, String etag, String contentType, Instant lastModified) {}
