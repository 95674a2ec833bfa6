package org.vitrail.omezarr;

import org.vitrail.pixels.PixelShape;

/**
 * One entry of NGFF multiscales {@code datasets}.
 *
 * @param path of the array below the image's root, {@code 0} for full resolution
 * @param shape of the level
 * @param factorZ sections of full resolution that one section stands for
 * @param factorY rows of full resolution that one row stands for
 * @param factorX columns of full resolution that one column stands for
 */
public record ScaleLevel(String path, PixelShape shape, long factorZ, long factorY, long factorX) {}
