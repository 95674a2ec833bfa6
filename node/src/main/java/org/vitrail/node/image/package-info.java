/**
 * Streams pixels and thumbnails from the private bucket, asking the database at every read who may have them, so that embargo
 * and withdrawal act at once. RFC 9110 §9.3, §13 and §14 (methods, conditions, ranges); WHATWG Fetch (CORS); contracts §4.
 */
package org.vitrail.node.image;
