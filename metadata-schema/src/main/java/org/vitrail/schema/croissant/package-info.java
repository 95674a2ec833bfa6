/**
 * Croissant, the description that machine-learning tools load: a table of images with one record each, and the fields
 * of a record. The table itself is written by {@code ImageTable}, from the same columns.
 *
 * <p>Standard: Croissant Format Specification 1.0 (http://mlcommons.org/croissant/1.0); RFC 4180 (the table).
 */
package org.vitrail.schema.croissant;
