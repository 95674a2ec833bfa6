package org.vitrail.pixels.hdf5;

import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;

/**
 * Images of a BigDataViewer file, at full resolution ({@code t00000/s00/0/cells}). With the XML, setups that differ in nothing but the
 * channel are channels of one image, and each other combination of tile, angle, illumination and so on is an image of its own; without
 * the XML, each setup is. Samples of 16 bits are unsigned, though the file calls them signed: BigDataViewer writes and takes them so.
 */
final class BigDataViewerImages {

    private BigDataViewerImages() {}

    /** @param description the XML, or null */
    static List<Hdf5Pixels> open(OpenDatasets datasets, Path description) throws IOException {
        Hdf5File file = datasets.file();
        Group root = file.root(file.storage());
        List<String> points = numbered(file, root, "t\\d{5,}");
        Object first = file.guard(points.get(0), () -> root.getChild(points.get(0)));
        if (!(first instanceof Group setups)) {
            throw new UnreadableImage(
                    "%s is damaged: %s is no group. Save it again.".formatted(file.name(), points.get(0)));
        }
        List<String> names = numbered(file, setups, "s\\d{2,}");
        List<List<ViewSetup>> groups = description == null
                ? names.stream()
                        .map(name -> List.of(ViewSetup.unknown(id(name))))
                        .toList()
                : ViewSetup.groups(
                        SpimData.read(description),
                        names.stream().map(BigDataViewerImages::id).toList());
        List<Hdf5Pixels> images = new ArrayList<>();
        for (List<ViewSetup> group : groups) {
            images.add(image(datasets, points, group));
        }
        return images;
    }

    private static List<String> numbered(Hdf5File file, Group group, String pattern) {
        TreeSet<String> names = new TreeSet<>(
                java.util.Comparator.comparingInt(String::length).thenComparing(java.util.Comparator.naturalOrder()));
        for (String name : file.guard("groups", () -> group.getChildren().keySet())) {
            if (name.matches(pattern) && name.length() < 10) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw new UnreadableImage("%s is damaged: it has time points but no setups (s00). Save it again from Fiji."
                    .formatted(file.name()));
        }
        return List.copyOf(names);
    }

    private static int id(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static Hdf5Pixels image(OpenDatasets datasets, List<String> points, List<ViewSetup> setups) {
        List<String> paths = setups.stream()
                .map(setup -> "/s%02d/0/cells".formatted(setup.id()))
                .toList();
        OpenDataset first = datasets.get(points.get(0) + paths.get(0));
        long[] dims = first.dims();
        if (dims.length != 3) {
            throw new UnreadableImage("%s is damaged: %s has %d axes instead of 3. Save it again from Fiji."
                    .formatted(datasets.file().name(), points.get(0) + paths.get(0), dims.length));
        }
        PixelShape shape = new PixelShape(points.size(), paths.size(), dims[0], dims[1], dims[2]);
        PixelType stored = first.type().type();
        PixelType type =
                stored == PixelType.INT16 ? PixelType.UINT16 : stored == PixelType.INT8 ? PixelType.UINT8 : stored;
        return new Hdf5Pixels(
                datasets,
                shape,
                type,
                metadata(shape, setups),
                new Hdf5Pixels.Arrangement("zyx", (t, c) -> points.get(t) + paths.get(c)));
    }

    private static SourceMetadata metadata(PixelShape shape, List<ViewSetup> setups) {
        String axes = (shape.t() > 1 ? "t" : "") + (shape.c() > 1 ? "c" : "") + (shape.z() > 1 ? "z" : "") + "yx";
        ViewSetup first = setups.get(0);
        boolean named = setups.stream().anyMatch(setup -> setup.channel() != null);
        List<Channel> channels = named
                ? setups.stream()
                        .map(setup -> new Channel(setup.channel(), null))
                        .toList()
                : List.of();
        return new SourceMetadata(
                first.name(),
                axes,
                first.size(0),
                first.size(1),
                shape.z() > 1 ? first.size(2) : null,
                channels,
                false);
    }
}
