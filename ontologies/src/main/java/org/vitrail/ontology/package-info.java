/**
 * Ontology terms: a table with its closures and look-up by words.
 * A small vocabulary ships with it; {@code SOURCE.md} beside the data says where every fact comes from.
 *
 * <p>Standard: is_a and part_of as in the OBO relation ontology (part_of: BFO:0000050).
 */
package org.vitrail.ontology;
