/**
 * The RO-Crate of a data set: what it is, whose, under which license, and where its pixels stream from; detached, since
 * the data stay where they are. Terms of schema.org, of the GIDE search profile and of the BioImage Archive.
 *
 * <p>Standard: RO-Crate 1.2 (detached crates); GIDE search input profile 1.0; BioImage Archive ontology (REMBI).
 */
package org.vitrail.schema.rocrate;
