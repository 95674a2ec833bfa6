package org.vitrail.schema.completeness;

/** An image of a description, by its place there. @param imageSet from 0 @param image within the set, from 0 */
public record ImagePlace(int imageSet, int image) {}
