/**
 * {@code ./vitrail ontologies}: loads ontologies into the store, lists and chooses versions, shows and finds terms.
 * Described in docs/ontologies.md.
 */
package org.vitrail.cli.ontology;
