/**
 * Turns the bytes of one strip or tile into samples, and knows nothing of pages. TIFF 6.0 §9 (PackBits), §13 (LZW); Adobe Technical Notes 2
 * (JPEG) and 3 (deflate); ITU-T T.81 and T.800.
 */
package org.vitrail.pixels.tiff.block;
