/**
 * Reads slide scanners' files through the OpenSlide library that the operating system has, where it is installed.
 * OpenSlide's C interface, version 3.4 (openslide.h); pixels as openslide-python gives them.
 */
package org.vitrail.pixels.slide;
