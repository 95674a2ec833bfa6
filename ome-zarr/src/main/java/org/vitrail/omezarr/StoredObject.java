package org.vitrail.omezarr;

/**
 * One object as it was stored.
 *
 * @param key relative to the image's root
 * @param sizeBytes length of the object
 * @param sha256 of its bytes, lower-case hexadecimal
 */
public record StoredObject(String key, long sizeBytes, String sha256) {}
