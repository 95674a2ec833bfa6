package org.vitrail.omezarr;

/**
 * How a viewer shows a channel at first, and what range its data have (NGFF {@code omero}).
 *
 * @param label shown name, never empty
 * @param color {@code RRGGBB}
 * @param start value shown black: 0.1 % of the samples are below
 * @param end value shown brightest: 0.1 % of the samples are above
 * @param min least finite value
 * @param max greatest finite value
 */
public record ChannelRendering(String label, String color, double start, double end, double min, double max) {}
