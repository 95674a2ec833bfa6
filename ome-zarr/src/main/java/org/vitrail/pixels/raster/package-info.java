/**
 * Reads PNG and JPEG pictures through the JDK's readers, whole but only up to a fixed size.
 * ISO/IEC 15948 (PNG), ITU-T T.81 (JPEG).
 */
package org.vitrail.pixels.raster;
