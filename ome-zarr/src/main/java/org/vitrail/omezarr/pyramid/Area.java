package org.vitrail.omezarr.pyramid;

/**
 * A rectangle of samples inside an array; the array is shared and not to be changed or kept.
 *
 * @param bytes little-endian samples
 * @param offset of the first sample, counted in samples
 * @param stride from row to row, counted in samples
 * @param height rows
 * @param width columns
 */
public record Area(byte[] bytes, int offset, int stride, int height, int width) {}
