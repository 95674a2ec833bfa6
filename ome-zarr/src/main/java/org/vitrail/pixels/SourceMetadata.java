package org.vitrail.pixels;

import java.util.List;
import org.vitrail.pixels.identity.IdentityText;

/**
 * What a file says of its image beyond size and type.
 *
 * @param name of the image in the file, or null; as all names, null where it reveals a person
 * @param axesFromFile axes that the file itself names (or the caller's hint), of {@code tczyx} in that order, e.g. {@code tyx}
 * @param pixelSizeX width of a pixel in micrometer, or null when unknown
 * @param pixelSizeY height of a pixel in micrometer, or null when unknown
 * @param pixelSizeZ distance of two sections in micrometer, or null when unknown
 * @param channels one for each c where the file describes them, else empty
 * @param rgb true when the channels are the red, green and blue of a color picture
 * @param well where on a plate, or null
 * @param timeStep seconds from a time point to the next, or null when unknown
 */
public record SourceMetadata(
        String name,
        String axesFromFile,
        Double pixelSizeX,
        Double pixelSizeY,
        Double pixelSizeZ,
        List<Channel> channels,
        boolean rgb,
        WellPosition well,
        Double timeStep) {

    /** Copies the list, and leaves out names that reveal a person: names go into what is published. */
    public SourceMetadata {
        name = harmless(name);
        channels = channels.stream()
                .map(channel -> new Channel(harmless(channel.name()), channel.color()))
                .toList();
        well = well == null ? null : new WellPosition(harmless(well.plate()), well.row(), well.column(), well.field());
    }

    /** An image whose time step is not known. */
    public SourceMetadata(
            String name,
            String axesFromFile,
            Double pixelSizeX,
            Double pixelSizeY,
            Double pixelSizeZ,
            List<Channel> channels,
            boolean rgb,
            WellPosition well) {
        this(name, axesFromFile, pixelSizeX, pixelSizeY, pixelSizeZ, channels, rgb, well, null);
    }

    private static String harmless(String text) {
        return text == null || IdentityText.kinds(text).isEmpty() ? text : null;
    }

    /** An image that is on no plate. */
    public SourceMetadata(
            String name,
            String axesFromFile,
            Double pixelSizeX,
            Double pixelSizeY,
            Double pixelSizeZ,
            List<Channel> channels,
            boolean rgb) {
        this(name, axesFromFile, pixelSizeX, pixelSizeY, pixelSizeZ, channels, rgb, null);
    }

    /** The same with a time step. @param seconds left out where it is null, not finite, or not positive */
    public SourceMetadata withTimeStep(Double seconds) {
        Double step = seconds != null && seconds > 0 && Double.isFinite(seconds) ? seconds : null;
        return new SourceMetadata(name, axesFromFile, pixelSizeX, pixelSizeY, pixelSizeZ, channels, rgb, well, step);
    }

    /** Nothing known but the axes. */
    public static SourceMetadata ofAxes(String axes) {
        return new SourceMetadata(null, axes, null, null, null, List.of(), false);
    }
}
