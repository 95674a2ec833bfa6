/**
 * Judges OME-Zarr that others made: each rule of OME-NGFF 0.4 and 0.5 and of Zarr v2 and v3 is a few lines that name its section, and
 * a walk that no document can lead out of the store or make endless. OME-NGFF 0.4 and 0.5; Zarr v3 core; Zarr v2.
 */
package org.vitrail.omezarr.validation;
