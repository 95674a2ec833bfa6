/**
 * Reads TIFF files by blocks: strips and tiles of classic and BigTIFF, their ImageJ and OME descriptions, never a whole image at once.
 * TIFF 6.0 (strips, tiles, LZW, PackBits, predictor 2), Adobe Technical Notes 2 and 3 (JPEG, deflate, predictor 3), BigTIFF, OME-TIFF 6,
 * JPEG (ITU-T T.81) and JPEG 2000 (T.800) inside them, and the slides of Aperio.
 */
package org.vitrail.pixels.tiff;
