/**
 * Finds and decodes the frames of DICOM pixel data, native and encapsulated, region by region.
 * DICOM PS3.3 §C.7.6.3 (image pixel module), PS3.5 §8, Annex A.4 and G.
 */
package org.vitrail.pixels.dicom.frame;
