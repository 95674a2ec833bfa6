/**
 * Makes all scale levels of an image in one pass: each shard of a level comes from at most four shards of the level before, which are
 * then forgotten, so that memory does not grow with the image. OME-NGFF 0.5 §multiscales.
 */
package org.vitrail.omezarr.pyramid;
