/**
 * Finds in TIFF files and OME-XML what could reveal a person, and writes copies without it in which no offset and no pixel changes. TIFF 6.0
 * §8, Exif 2.3 §4.6, OME model 2016-06; docs/formats/identity.md says what is looked at.
 */
package org.vitrail.pixels.tiff.identity;
