/**
 * Reads pixels out of image files by region, whatever the file format, as five-dimensional arrays t, c, z, y, x.
 * Formats: TIFF 6.0 and BigTIFF, OME-TIFF (OME model 2016-06), ImageJ hyperstacks, PNG (ISO 15948), JPEG.
 */
package org.vitrail.pixels;
