/**
 * Reads TIFF files: the formats, and how the files of one image are opened together. The rooms below go from bytes to images: {@code file},
 * {@code block}, {@code page}, then {@code ome} and {@code stack} beside one another; {@code identity} looks for persons, {@code aperio} reads slides.
 * TIFF 6.0, BigTIFF, OME-TIFF 6.
 */
package org.vitrail.pixels.tiff;
