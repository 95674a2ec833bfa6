/**
 * Reads ontology files into terms: OBO flat files line by line, RDF/XML as a stream of statements of which only those
 * about terms are kept. Files are untrusted: bounded in size, no external entity, no network, and a fault names its line.
 *
 * <p>Standards: OBO 1.4 flat file format §2–3; OWL 2 mapping to RDF §3; oboInOwl; SKOS §5.
 */
package org.vitrail.ontology.load;
