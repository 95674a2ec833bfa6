/**
 * Whole-slide scans of Aperio (SVS): the image, its size and what else the description says, and copies without label and overview.
 * Aperio Digital Slides and Third-Party Data Interchange.
 */
package org.vitrail.pixels.tiff.aperio;
