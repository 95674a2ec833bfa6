package org.vitrail.node.publication;

import org.vitrail.schema.dataset.Annotation;

/**
 * A label of an image as the {@code image.labels} column keeps it.
 *
 * @param labelId accession of the label
 * @param name key below {@code labels/} of its image
 * @param digest vitrail-pixels-1 of its level 0
 * @param dtype as numpy writes it
 * @param annotation how it was made; null if unknown
 */
public record StoredLabel(String labelId, String name, String digest, String dtype, Annotation annotation) {}
