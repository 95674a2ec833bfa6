/**
 * De-identification: looks through files for what could reveal a person, and replaces those kept by copies without it.
 *
 * <p>What is found and removed is the image readers' matter (org.vitrail.pixels.identity), after DICOM PS3.15 Annex E.
 */
package org.vitrail.node.identity;
