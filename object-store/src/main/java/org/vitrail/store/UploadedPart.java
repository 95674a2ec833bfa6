package org.vitrail.store;

/**
 * One part of a multipart upload that has arrived.
 *
 * @param number from 1 to 10 000
 * @param sizeBytes its length; 0 where the caller only knows the etag
 * @param etag without quotes
 */
public record UploadedPart(int number, long sizeBytes, String etag) {}
