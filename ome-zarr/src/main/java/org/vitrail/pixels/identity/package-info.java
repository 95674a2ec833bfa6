/**
 * What in an image file could reveal a person: where it stands, of which kind it is, and whether it can be taken out.
 * After the attribute confidentiality profiles of DICOM PS3.15 Annex E, carried over to other formats.
 */
package org.vitrail.pixels.identity;
