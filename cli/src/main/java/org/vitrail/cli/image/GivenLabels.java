package org.vitrail.cli.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.LabelImage;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.FileNameRule;
import org.vitrail.pixels.identity.IdentityFinding;

/** Label images that are given as files of their own, beside the image that they are of. */
final class GivenLabels implements Closeable {

    private final List<Path> files;
    private final List<Fileset> open = new ArrayList<>();

    private GivenLabels(List<Path> files) {
        this.files = files;
    }

    /**
     * Opens them all.
     *
     * @throws UnreadableImage when one does not fit the image, or would replace a label image that the image has already
     * @throws UnsupportedImage when one holds no whole numbers
     */
    static GivenLabels open(List<Path> files, String axes, List<? extends PixelSource> images) throws IOException {
        GivenLabels labels = new GivenLabels(files);
        boolean fit = false;
        try {
            for (Path file : files) {
                Fileset fileset = ImageReaders.openAll(List.of(file), axes);
                labels.open.add(fileset);
                PixelSource label = labelImage(file, fileset);
                OmeZarrWriter.requireFit(single(images), label.shape(), nameOf(file));
                requireNew(images.get(0), nameOf(file));
            }
            fit = true;
            return labels;
        } finally {
            if (!fit) {
                labels.close();
            }
        }
    }

    List<IdentityFinding> findings() {
        return open.stream().flatMap(label -> label.findings().stream()).toList();
    }

    /** Writes them below the image. */
    void write(ZarrStore store, WriteOptions options, ConversionReport report) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            long begun = System.nanoTime();
            String label = nameOf(files.get(i));
            WrittenImage written =
                    OmeZarrWriter.writeLabels(open.get(i).images().get(0), store, label, options.withName(label));
            report.image("label image " + label, written, begun);
        }
    }

    @Override
    public void close() throws IOException {
        for (Fileset each : open) {
            each.close();
        }
    }

    /** A label image of the source would be replaced by the given one. */
    private static void requireNew(PixelSource image, String name) throws IOException {
        for (LabelImage carried : image.labels()) {
            if (key(carried.name()).equals(name)) {
                throw new UnreadableImage("The input has a label image called " + carried.name()
                        + " already. Rename the file that is given by --labels.");
            }
        }
    }

    private static PixelSource labelImage(Path file, Fileset fileset) {
        PixelSource label = fileset.images().get(0);
        String fault = fileset.images().size() > 1
                ? "holds " + fileset.images().size() + " images"
                : label.metadata().rgb()
                        ? "is a color picture"
                        : label.type().isFloating()
                                ? "holds floating-point numbers ("
                                        + label.type().numpyName() + ")"
                                : null;
        if (fault != null) {
            throw new UnsupportedImage("The label image " + file.getFileName() + " " + fault
                    + ". Give a file with one image of whole numbers, one number for each object.");
        }
        return label;
    }

    private static PixelShape single(List<? extends PixelSource> images) {
        if (images.size() > 1) {
            throw new UnreadableImage(
                    "The files hold " + images.size()
                            + " images, and label images belong to one. Convert without --labels, or give the file of one image.");
        }
        return images.get(0).shape();
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return FileNameRule.findings(name).isEmpty()
                ? name.replaceFirst("(?i)(\\.ome|\\.nii)?\\.[^.]*$", "")
                : "labels";
    }

    /** A key of the store: what a label image's name may not have becomes a hyphen. */
    static String nameOf(Path file) {
        return key(stem(file));
    }

    private static String key(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
    }
}
