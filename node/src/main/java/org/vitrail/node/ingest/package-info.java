/**
 * From received files to OME-Zarr: what is to be converted, the job that does it, and what came of it.
 *
 * <p>Filesets of docs/architecture.md §3; OME-NGFF 0.5 under its final key (contracts §8), proved by pixel digest (contracts §7).
 */
package org.vitrail.node.ingest;
