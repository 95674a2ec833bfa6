/**
 * The RO-Crate of a data set: what it is, whose, under which license, and where its pixels stream from.
 * Terms of schema.org only, with the crate's own context written inline beside the official one.
 *
 * <p>Standard: RO-Crate 1.1; organism and method as in the ome2024-ngff-challenge crates (NCBITaxon, FBbi).
 */
package org.vitrail.schema.rocrate;
