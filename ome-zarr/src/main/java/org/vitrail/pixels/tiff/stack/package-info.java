/**
 * Images that no OME-XML describes: stacks of ImageJ, tifffile and Zeiss LSM, and plain pages. ImageJ's ij.io.TiffDecoder; tifffile's shaped
 * description; LSM file format 6, CZ_LSMINFO.
 */
package org.vitrail.pixels.tiff.stack;
