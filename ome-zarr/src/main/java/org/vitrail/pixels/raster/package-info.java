/**
 * Reads PNG and JPEG pictures through the JDK's readers, whole but only up to a fixed size, and finds and removes what in them reveals.
 * ISO/IEC 15948 (PNG), ITU-T T.81 (JPEG), CIPA DC-008 (EXIF).
 */
package org.vitrail.pixels.raster;
