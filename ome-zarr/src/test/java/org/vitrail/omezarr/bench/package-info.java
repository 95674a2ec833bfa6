/**
 * Measures reading beside zarr-java, the independent reader of docs/decisions/0003. Zarr v3 core, codec sharding_indexed. Lives among the
 * tests because zarr-java does; {@code ./vitrail bench tiles} starts it.
 */
package org.vitrail.omezarr.bench;
