/**
 * Writes and reads OME-Zarr images: one pass makes the pyramid, digests, rendering settings and thumbnail.
 * Standards: OME-NGFF 0.5 over Zarr v3 with the sharding codec; pixel digest {@code vitrail-pixels-1} (contracts.md §7).
 */
package org.vitrail.omezarr;
