/**
 * Reads DICOM data sets element by element, with sequences and pixel data left where they are in the file.
 * DICOM PS3.5 §7 (encoding), PS3.10 §7 (files).
 */
package org.vitrail.pixels.dicom.data;
