/**
 * Measures of an image's technical quality, taken from the pixels while they are converted: saturation, depth, focus, noise, bleaching,
 * illumination. docs/formats/image-quality.md says formula, source, range and limits of each.
 */
package org.vitrail.omezarr.quality;
