package org.vitrail.node.upload;

/**
 * What a client says of a file before it sends it.
 *
 * @param path as the description names it
 * @param sha256 64 hexadecimal digits; null if unknown
 */
public record FileAnnouncement(String path, long sizeBytes, String sha256) {}
