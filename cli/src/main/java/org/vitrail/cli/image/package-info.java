/**
 * {@code ./vitrail convert} and {@code ./vitrail inspect}: images to OME-Zarr without a node, and what an OME-Zarr holds.
 * Standard: OME-NGFF 0.5; pixel digest of contracts.md §7.
 */
package org.vitrail.cli.image;
