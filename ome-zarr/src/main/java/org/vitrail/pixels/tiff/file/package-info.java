/**
 * The structure of a TIFF file: header, chain of directories, fields, and the files that are open. Pixels are no matter here.
 * TIFF 6.0 §2, BigTIFF.
 */
package org.vitrail.pixels.tiff.file;
