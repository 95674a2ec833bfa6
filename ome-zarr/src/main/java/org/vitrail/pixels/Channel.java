package org.vitrail.pixels;

/**
 * What a file says of one channel.
 *
 * @param name as in the file, or null
 * @param color {@code RRGGBB} in upper-case hexadecimal, or null when the file names none
 */
public record Channel(String name, String color) {}
