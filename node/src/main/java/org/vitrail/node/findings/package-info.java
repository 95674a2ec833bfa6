/**
 * What in the files of a deposit could reveal a person, and what a curator decided about it: nothing is published before.
 *
 * <p>Findings as the image readers name them (org.vitrail.pixels.identity), after DICOM PS3.15 Annex E. docs/deposit-guide.md §5.
 */
package org.vitrail.node.findings;
