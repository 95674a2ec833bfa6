package org.vitrail.pixels.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/** The one array of a file, as ilastik, h5py and MATLAB write it. */
final class PlainArray {

    private static final int MOST_NAMED = 10;

    private PlainArray() {}

    /** An array that may be an image. */
    private record Found(String path, Attributes attributes) {}

    /**
     * Opens the only array of two or more axes.
     *
     * @throws UnsupportedImage when there is none, or several, whose names are given then
     */
    static Hdf5Pixels open(OpenDatasets datasets, String hint) {
        Hdf5File file = datasets.file();
        List<Found> found = new ArrayList<>();
        NodeWalk.of(file, (path, node) -> {
            if (node instanceof Dataset dataset && file.guard(path, () -> isArray(dataset))) {
                found.add(new Found(path, attributes(file, node, path, found.size())));
            }
            return true;
        });
        if (found.size() != 1) {
            throw notOne(file, found);
        }
        return image(datasets, found.get(0), hint);
    }

    private static Attributes attributes(Hdf5File file, Node node, String path, int before) {
        try {
            return before == 0 ? Attributes.of(file, node, path) : Attributes.NONE;
        } catch (PixelsException unreadable) {
            // jhdf does not know every type of attributes; what is not read is told as a finding
            return Attributes.NONE;
        }
    }

    private static boolean isArray(Dataset dataset) {
        return dataset.getDimensionsAsLong().length >= 2
                && StoredType.of(dataset.getDataType()).isPresent();
    }

    private static UnsupportedImage notOne(Hdf5File file, List<Found> found) {
        if (found.isEmpty()) {
            return new UnsupportedImage(
                    "%s has no array of two or more axes with integers or floats. Is it an image? Export it as OME-TIFF."
                            .formatted(file.name()));
        }
        String names = found.stream().limit(MOST_NAMED).map(Found::path).collect(Collectors.joining(", "));
        return new UnsupportedImage(
                "%s has %d arrays (%s%s), and which of them is the image is not said. Save each as a file of its own."
                        .formatted(file.name(), found.size(), names, found.size() > MOST_NAMED ? " …" : ""));
    }

    private static Hdf5Pixels image(OpenDatasets datasets, Found found, String hint) {
        String where = datasets.file().name() + " (" + found.path + ")";
        OpenDataset dataset = datasets.get(found.path);
        String axes = ArrayAxes.of(where, found.attributes, dataset.dims().length, hint);
        PixelShape shape = shape(where, axes, dataset.dims());
        String present = "tczyx"
                .chars()
                .filter(letter -> axes.indexOf(letter) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Double[] size = size(found.attributes);
        SourceMetadata metadata =
                new SourceMetadata(null, present, size[2], size[1], shape.z() > 1 ? size[0] : null, List.of(), false);
        return new Hdf5Pixels(
                datasets,
                shape,
                dataset.type().type(),
                metadata,
                new Hdf5Pixels.Arrangement(axes, (t, c) -> found.path));
    }

    private static PixelShape shape(String where, String axes, long[] dims) {
        long[] lengths = {1, 1, 1, 1, 1};
        for (int i = 0; i < dims.length; i++) {
            lengths["tczyx".indexOf(axes.charAt(i))] = dims[i];
        }
        try {
            return new PixelShape(lengths[0], (int) lengths[1], lengths[2], lengths[3], lengths[4]);
        } catch (IllegalArgumentException absurd) {
            throw new UnreadableImage(
                    "%s is damaged: %s. Save it again.".formatted(where, absurd.getMessage()), absurd);
        }
    }

    /** z, y, x in micrometer as the HDF5 plug-in of Fiji writes {@code element_size_um}; nulls when it is not there. */
    private static Double[] size(Attributes attributes) {
        List<Double> said = attributes.numbers("element_size_um");
        Double[] size = new Double[3];
        for (int i = 0; i < 3 && said.size() == 3; i++) {
            double length = said.get(i);
            size[i] = length > 0 && Double.isFinite(length) ? length : null;
        }
        return size;
    }
}
