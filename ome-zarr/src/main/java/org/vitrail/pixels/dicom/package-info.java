/**
 * Makes images of DICOM files: z stacks of series, multi-frame objects, whole slides and segmentations.
 * DICOM PS3.3 §A (objects), §C.7.6.2 (image plane), §C.7.6.16 (functional groups), §C.7.6.17 and §C.8.12 (slides), §C.8.20 (segmentation).
 */
package org.vitrail.pixels.dicom;
