/**
 * Shards: many inner chunks in one object, with an index of their places and a checksum at the end.
 * Zarr v3 codec sharding-indexed 1.0.
 */
package org.vitrail.omezarr.shard;
