package org.vitrail.pixels.bioformats;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnsupportedImage;

/**
 * What Bio-Formats says of one series.
 *
 * @param number of the series
 * @param type null when its samples are of a kind that is not read
 */
record SeriesDescription(int number, PixelShape shape, PixelType type, SourceMetadata metadata) {

    private static final int MOST_CHANNELS = 10_000;

    /** Reads one, in the order in which the child writes it. */
    static SeriesDescription read(int number, DataInputStream in) throws IOException {
        PixelType type = type(in.readUTF());
        int t = in.readInt();
        int c = in.readInt();
        int z = in.readInt();
        int y = in.readInt();
        int x = in.readInt();
        PixelShape shape = new PixelShape(t, c, z, y, x);
        int samples = in.readInt();
        String name = in.readUTF();
        Double[] micrometer = {in.readDouble(), in.readDouble(), in.readDouble()};
        for (int i = 0; i < 3; i++) {
            micrometer[i] = micrometer[i] > 0 && Double.isFinite(micrometer[i]) ? micrometer[i] : null;
        }
        double timeStep = in.readDouble();
        List<Channel> channels = channels(in, c);
        String axes = (t > 1 ? "t" : "") + (c > 1 ? "c" : "") + (z > 1 ? "z" : "") + "yx";
        SourceMetadata metadata = new SourceMetadata(
                name.isBlank() ? null : name,
                axes,
                micrometer[0],
                micrometer[1],
                z > 1 ? micrometer[2] : null,
                channels,
                samples == 3 && c == 3);
        return new SeriesDescription(number, shape, type, t > 1 ? metadata.withTimeStep(timeStep) : metadata);
    }

    private static List<Channel> channels(DataInputStream in, int c) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_CHANNELS) {
            throw new IOException(count + " channels");
        }
        List<Channel> channels = new ArrayList<>();
        boolean said = false;
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int color = in.readInt();
            said |= !name.isBlank() || color >= 0;
            channels.add(
                    new Channel(name.isBlank() ? null : name, color < 0 ? null : "%06X".formatted(color & 0xffffff)));
        }
        return said && count == c ? channels : List.of();
    }

    private static PixelType type(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "float" -> PixelType.FLOAT32;
            case "double" -> PixelType.FLOAT64;
            case "int8", "uint8", "int16", "uint16", "int32", "uint32" ->
                PixelType.ofNumpyName(name.toLowerCase(Locale.ROOT));
            default -> null;
        };
    }

    /** Refuses samples that are not read. */
    SeriesDescription requireType(String file) {
        if (type == null) {
            throw new UnsupportedImage(
                    "Image %d of %s has bits or complex numbers as samples. Integers of 8 to 32 bits and floats are read; export it as OME-TIFF."
                            .formatted(number + 1, file));
        }
        return this;
    }
}
