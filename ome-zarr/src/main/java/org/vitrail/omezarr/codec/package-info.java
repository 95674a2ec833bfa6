/**
 * Codecs of Zarr v3 that turn a chunk into stored bytes and back; decoding never makes more than the chunk's size.
 * Zarr v3 core §codecs; codec specifications bytes, blosc, gzip, crc32c (1.0) and the registered extension zstd.
 */
package org.vitrail.omezarr.codec;
