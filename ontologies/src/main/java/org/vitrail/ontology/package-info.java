/**
 * Ontology terms: a table with its closures, look-up by words, and readers of vocabularies.
 * A small vocabulary ships with it; {@code SOURCE.md} beside the data says where every fact comes from.
 *
 * <p>Standard: OBO 1.4 flat file format; is_a and part_of as in the OBO relation ontology (part_of: BFO:0000050).
 */
package org.vitrail.ontology;
