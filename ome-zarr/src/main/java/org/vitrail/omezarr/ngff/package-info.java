/**
 * The JSON documents of an OME-Zarr image: what groups and arrays say of themselves, written and parsed with strict bounds.
 * OME-NGFF 0.5 §multiscales, §omero, §labels, §image-label; Zarr v3 core §metadata; RO-Crate 1.1.
 */
package org.vitrail.omezarr.ngff;
