package org.vitrail.pixels.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;

/** An Imaris file: one data set for each time point and channel, padded to whole chunks. Imaris 5.5 File Format Description. */
final class ImarisImage {

    /** Group of the pixels. */
    static final String ROOT = "DataSet";

    private static final String FULL = "ResolutionLevel 0";
    private static final String INFO = "DataSetInfo";

    private ImarisImage() {}

    static Hdf5Pixels open(OpenDatasets datasets) {
        Hdf5File file = datasets.file();
        Group root = file.root(file.storage());
        Group points = group(file, group(file, root, ROOT), FULL);
        int t = count(file, points, "TimePoint ");
        Group first = group(file, points, "TimePoint 0");
        int c = count(file, first, "Channel ");
        Attributes sizes = Attributes.of(file, group(file, first, "Channel 0"), "Channel 0");
        OpenDataset dataset = datasets.get(path(0, 0));
        if (dataset.dims().length != 3) {
            throw damaged(file, path(0, 0), "has " + dataset.dims().length + " axes instead of 3");
        }
        PixelShape shape = new PixelShape(
                t,
                c,
                length(file, sizes, "ImageSizeZ", dataset.dims()[0]),
                length(file, sizes, "ImageSizeY", dataset.dims()[1]),
                length(file, sizes, "ImageSizeX", dataset.dims()[2]));
        SourceMetadata metadata = metadata(file, root, shape);
        return new Hdf5Pixels(
                datasets, shape, dataset.type().type(), metadata, new Hdf5Pixels.Arrangement("zyx", ImarisImage::path));
    }

    private static String path(int t, int c) {
        return ROOT + "/" + FULL + "/TimePoint " + t + "/Channel " + c + "/Data";
    }

    private static Group group(Hdf5File file, Group parent, String name) {
        Node node = file.guard(name, () -> parent.getChild(name));
        if (node instanceof Group group && !(node instanceof Dataset)) {
            return group;
        }
        throw damaged(file, name, "is no group");
    }

    /** Children of that name with numbers from 0 on, without a gap. */
    private static int count(Hdf5File file, Group group, String prefix) {
        int count = 0;
        while (child(file, group, prefix + count) != null) {
            count++;
        }
        if (count == 0) {
            throw damaged(file, prefix + "0", "is missing");
        }
        return count;
    }

    private static Node child(Hdf5File file, Group group, String name) {
        return file.guard(name, () -> group.getChild(name));
    }

    /** The size that is said, when it is inside the array, which may be padded; else the array's. */
    private static long length(Hdf5File file, Attributes sizes, String name, long stored) {
        double said = sizes.number(name);
        if (Double.isNaN(said)) {
            return stored;
        }
        if (said < 1 || said > stored || said != Math.rint(said)) {
            throw damaged(file, name, "is %s, but the array has %d".formatted(sizes.text(name), stored));
        }
        return (long) said;
    }

    private static UnreadableImage damaged(Hdf5File file, String where, String what) {
        return new UnreadableImage("%s is damaged: in its Imaris data set %s %s. Save it again from Imaris."
                .formatted(file.name(), where, what));
    }

    private static SourceMetadata metadata(Hdf5File file, Group root, PixelShape shape) {
        String axes = (shape.t() > 1 ? "t" : "") + (shape.c() > 1 ? "c" : "") + (shape.z() > 1 ? "z" : "") + "yx";
        Node info = child(file, root, INFO);
        Node image = info instanceof Group group ? child(file, group, "Image") : null;
        if (image == null) {
            return SourceMetadata.ofAxes(axes);
        }
        Attributes said = Attributes.of(file, image, "DataSetInfo/Image");
        return new SourceMetadata(
                said.text("Name"),
                axes,
                spacing(said, 0, shape.x()),
                spacing(said, 1, shape.y()),
                shape.z() > 1 ? spacing(said, 2, shape.z()) : null,
                channels(file, (Group) info, shape.c()),
                false);
    }

    /** Extent by number of pixels; null when it is not said. */
    private static Double spacing(Attributes said, int axis, long pixels) {
        String unit = said.text("Unit");
        double micrometer = switch (unit == null ? "um" : unit.toLowerCase(Locale.ROOT)) {
            case "nm" -> 1e-3;
            case "um", "µm", "" -> 1;
            case "mm" -> 1e3;
            case "m" -> 1e6;
            default -> Double.NaN;
        };
        double extent = said.number("ExtMax" + axis) - said.number("ExtMin" + axis);
        double size = extent * micrometer / pixels;
        return size > 0 && Double.isFinite(size) ? size : null;
    }

    private static List<Channel> channels(Hdf5File file, Group info, int count) {
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            String name = "Channel " + c;
            Node node = child(file, info, name);
            if (node == null) {
                return List.of();
            }
            Attributes said = Attributes.of(file, node, "DataSetInfo/" + name);
            channels.add(new Channel(said.text("Name"), color(said.text("Color"))));
        }
        return channels;
    }

    /** Three numbers from 0 to 1; null when they are not. */
    private static String color(String numbers) {
        if (numbers == null || !numbers.matches("\\s*[0-9.]{1,12}(\\s+[0-9.]{1,12}){2}\\s*")) {
            return null;
        }
        StringBuilder color = new StringBuilder();
        for (String number : numbers.strip().split("\\s+")) {
            if (number.indexOf('.') != number.lastIndexOf('.') || number.equals(".")) {
                return null;
            }
            color.append("%02X".formatted(Math.min(255, Math.round(Double.parseDouble(number) * 255))));
        }
        return color.toString();
    }
}
