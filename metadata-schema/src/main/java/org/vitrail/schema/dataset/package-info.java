/**
 * The words of the domain as records: what a depositor describes, and what a node publishes of it.
 * Reading and judging a description happens here too, with messages that a researcher understands.
 *
 * <p>Standard: Vitrail contracts §1 (identifiers), §2 (what is described) and §3 (dataset.yaml); REMBI for image sets.
 */
package org.vitrail.schema.dataset;
