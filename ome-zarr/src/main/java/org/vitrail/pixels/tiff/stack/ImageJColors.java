package org.vitrail.pixels.tiff.stack;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.ImageJMetadata;
import org.vitrail.pixels.tiff.file.Tag;

/** Colors of channels by ImageJ's lookup tables, of which each channel of a composite image has one. ij.io.TiffEncoder, writeMetaData. */
final class ImageJColors {

    private static final int ENTRIES = 256;

    private ImageJColors() {}

    /** One for each channel; empty where there are other numbers of tables, or one is of another size. */
    static List<Channel> of(Ifd page, ByteOrder order, int channels) {
        try {
            boolean readable = page.has(Tag.IMAGEJ_METADATA)
                    && page.valueBytes(Tag.IMAGEJ_METADATA) <= Ifd.MOST_TEXT_BYTES
                    && channels > 1;
            byte[] value = readable ? page.bytes(Tag.IMAGEJ_METADATA) : new byte[0];
            List<ImageJMetadata.Part> tables = ImageJMetadata.tables(page, value, order);
            boolean fits =
                    tables.size() == channels && tables.stream().allMatch(table -> table.length() == 3 * ENTRIES);
            List<Channel> colors = new ArrayList<>();
            for (ImageJMetadata.Part table : fits ? tables : List.<ImageJMetadata.Part>of()) {
                colors.add(new Channel(null, brightest(value, table.start())));
            }
            return colors;
        } catch (UnreadableImage | IOException damaged) {
            return List.of(); // pixels can be read without
        }
    }

    /** Of equals the last, which large values are shown with; null where all is black. */
    private static String brightest(byte[] value, int start) {
        String color = null;
        int most = 1;
        for (int i = start; i < start + ENTRIES; i++) {
            int red = value[i] & 0xff;
            int green = value[i + ENTRIES] & 0xff;
            int blue = value[i + 2 * ENTRIES] & 0xff;
            if (red + green + blue >= most) {
                most = red + green + blue;
                color = "%02X%02X%02X".formatted(red, green, blue);
            }
        }
        return color;
    }
}
