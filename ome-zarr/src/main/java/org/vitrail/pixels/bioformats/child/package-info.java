/**
 * The small program that runs beside the user's bioformats_package.jar: it uses {@code loci.formats} by reflection only, and the JDK.
 * Its classes are copied out of this module at run time, so they refer to nothing else of it.
 */
package org.vitrail.pixels.bioformats.child;
