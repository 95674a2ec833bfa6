package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrail.omezarr.FilesetWriter;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.WellPosition;

/** One gray plane of 10 × 10 pixels. @param name or null; @param position on a plate, or null */
record GrayImage(String name, WellPosition position) implements PixelSource {

    /** A plate P of 2 × 3 wells with two fields each. */
    static Path writePlate(Path folder) throws IOException {
        List<GrayImage> fields = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            fields.add(new GrayImage(null, new WellPosition("P", i / 6, i / 2 % 3, i % 2)));
        }
        FilesetWriter.write(fields, new FolderZarrStore(folder), WriteOptions.defaults());
        return folder;
    }

    /** Several images that lie on no plate. */
    static Path writeCollection(Path folder, String... names) throws IOException {
        List<GrayImage> images =
                Arrays.stream(names).map(name -> new GrayImage(name, null)).toList();
        FilesetWriter.write(images, new FolderZarrStore(folder), WriteOptions.defaults());
        return folder;
    }

    @Override
    public PixelShape shape() {
        return new PixelShape(1, 1, 1, 10, 10);
    }

    @Override
    public PixelType type() {
        return PixelType.UINT8;
    }

    @Override
    public SourceMetadata metadata() {
        return new SourceMetadata(name, "yx", 0.5, 0.5, null, List.of(), false, position);
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        Arrays.fill(destination, 0, height * width, (byte) (position == null ? 7 : position.row()));
    }

    @Override
    public void close() {}
}
