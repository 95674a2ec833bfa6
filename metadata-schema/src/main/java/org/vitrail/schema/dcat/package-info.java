/**
 * RDF of what is published: the lossless vitrail_rdf record with its reader, and DCAT for everyone else.
 * Jena stays inside this package.
 *
 * <p>Standard: DCAT 3, RDF 1.1 XML Syntax; Vitrail contracts §1 (subject IRIs) and §9 (vitrail_rdf). The vocabulary is
 * described term by term in {@link org.vitrail.schema.dcat.Vocabulary}.
 *
 * <p>A subject's lists keep their order: every entry is a node with a {@code vitrail:position}, counted from 1.
 */
package org.vitrail.schema.dcat;
