/**
 * Reads TIFF files by blocks: strips and tiles of classic and BigTIFF, their ImageJ and OME descriptions, never a whole image at once.
 * TIFF 6.0 (strips, tiles, LZW, PackBits, predictor 2), Adobe Technical Notes 2 and 3 (deflate, predictor 3), BigTIFF, OME-TIFF 6.
 */
package org.vitrail.pixels.tiff;
