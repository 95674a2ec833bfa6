package org.vitrail.pixels;

import java.util.List;

/**
 * What a file says of one channel.
 *
 * @param name as in the file, or null
 * @param color {@code RRGGBB} in upper-case hexadecimal, or null when the file names none
 */
public record Channel(String name, String color) {

    /** What the three channels of a color picture are called where a file does not say it ({@link SourceMetadata#rgb}). */
    public static final List<Channel> RED_GREEN_BLUE =
            List.of(new Channel("Red", "FF0000"), new Channel("Green", "00FF00"), new Channel("Blue", "0000FF"));
}
