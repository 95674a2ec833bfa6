package org.vitrail.omezarr;

/**
 * What tells an image's source from any other.
 *
 * @param text hashes of its files, or their names, sizes and times; for one of several images of them also its number
 * @param isOneOfMany true to keep the image's journal until all images of the same files are written
 */
record SourceIdentity(String text, boolean isOneOfMany) {}
