/**
 * Reads NIfTI volumes by region, as one file or as a pair of header and image, packed by gzip or not.
 * NIfTI-1.1 (nifti1.h of 2003, NIfTI data format working group) and NIfTI-2 (nifti2.h of 2011).
 */
package org.vitrail.pixels.nifti;
