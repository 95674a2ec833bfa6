/**
 * What the segments of a JPEG hold, and which of their bytes a decoder needs.
 * ITU-T T.81 §B.2, T.871 (JFIF), T.872 §6.5.3 (Adobe).
 */
package org.vitrail.pixels.jpeg;
