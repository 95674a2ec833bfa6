package org.vitrail.pixels.dicom;

import org.vitrail.pixels.dicom.frame.Frames;

/**
 * One frame of one file.
 *
 * @param frames of the file
 * @param frame counted from 0
 */
record FrameReference(Frames frames, int frame) {}
