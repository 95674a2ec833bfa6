/**
 * Keeps what was loaded: a table per ontology and version, immutable, versions side by side, and which one is in use. A
 * folder holds it: {@code versions.json}, {@code in-use.json}, and {@code ACRONYM/VERSION.jsonl.gz}, one term a line.
 *
 * <p>Described in docs/ontologies.md.
 */
package org.vitrail.ontology.store;
