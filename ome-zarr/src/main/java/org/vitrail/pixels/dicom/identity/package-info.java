/**
 * Finds and takes out of DICOM files what could reveal a person.
 * DICOM PS3.15 Annex E, basic application level confidentiality profile (Table E.1-1).
 */
package org.vitrail.pixels.dicom.identity;
