/**
 * Reads rectangles of a page by its strips or tiles, never a whole image at once. TIFF 6.0 §3, §8, §14 (predictor), §15 (tiles), §19 (sample
 * formats).
 */
package org.vitrail.pixels.tiff.page;
