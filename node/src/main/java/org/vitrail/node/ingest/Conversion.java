package org.vitrail.node.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.ingest.ConvertedImage.ConvertedLabel;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.PixelSpacing;
import org.vitrail.omezarr.StoredObject;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.schema.dataset.Accession;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.LabelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.ObjectZarrStore;

/** Writes one image with its labels and thumbnail to the store, always the same bytes under the same keys. */
@ApplicationScoped
class Conversion {
    private final Scratch scratch;
    private final ObjectStore store;
    private final PublicAddress address;
    private final IngestConfig config;
    private final SecureRandom random;

    Conversion(Scratch scratch, ObjectStore store, PublicAddress address, IngestConfig config, SecureRandom random) {
        this.scratch = scratch;
        this.store = store;
        this.address = address;
        this.config = config;
        this.random = random;
    }

    /**
     * Converts.
     *
     * @throws RefusedImage when a digest or a label does not fit
     * @throws org.vitrail.pixels.PixelsException as the readers and the writer throw it
     */
    ConvertedImage convert(String accession, Fileset claimed, ConversionInput input) {
        Path folder = scratch.open(claimed, input.sizeBytes());
        try {
            return convert(accession, claimed.imageId(), input, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("converting image " + claimed.imageId(), e);
        } finally {
            scratch.remove(folder);
        }
    }

    private ConvertedImage convert(String accession, String imageId, ConversionInput input, Path folder)
            throws IOException {
        ImageDescription described = input.described();
        ObjectZarrStore zarr = new ObjectZarrStore(store, ImageKeys.root(accession, imageId));
        Map<String, StoredObject> objects = new TreeMap<>();
        try (PixelSource source = ImageReaders.open(scratch.fetch(folder, input.files()), described.axes())) {
            WriteOptions options = options(described, source, accession, imageId);
            WrittenImage written = OmeZarrWriter.write(source, zarr, options);
            written.objects().forEach(object -> objects.put(object.key(), object));
            checkDigest("image", described.digest(), written.digest());
            List<ConvertedLabel> labels = new ArrayList<>();
            for (int i = 0; i < input.labelFiles().size(); i++) {
                Path file = scratch.fetch(folder, input.labelFiles().get(i));
                labels.add(label(described, i, file, written.shape(), zarr, options, objects));
            }
            store.put(ImageKeys.thumbnail(accession, imageId), written.thumbnailJpeg(), "image/jpeg");
            return new ConvertedImage(
                    imageId,
                    accession,
                    written.digest(),
                    PixelFacts.of(written, described, options.spacing()),
                    labels,
                    List.copyOf(objects.values()));
        } catch (RefusedImage e) {
            objects.keySet().forEach(key -> store.delete(ImageKeys.root(accession, imageId) + "/" + key));
            throw e;
        }
    }

    private ConvertedLabel label(
            ImageDescription described,
            int index,
            Path file,
            PixelShape shape,
            ObjectZarrStore zarr,
            WriteOptions options,
            Map<String, StoredObject> objects)
            throws IOException {
        LabelDescription label = described.labels().get(index);
        String name = LabelNames.of(label, index);
        if (objects.containsKey("labels/" + name + "/zarr.json")) {
            throw new RefusedImage("Two of its label images are called \"" + name
                    + "\". Give each a name of its own, of letters, digits, dots and hyphens.");
        }
        String axes = label.axes() == null ? described.axes() : label.axes();
        try (PixelSource source = ImageReaders.open(List.of(file), axes)) {
            checkLabel(name, source, shape);
            WrittenImage written = OmeZarrWriter.writeLabels(
                    source, zarr, name, options.withChannels(List.of()).withName(name));
            written.objects().forEach(object -> objects.put(object.key(), object));
            checkDigest("label \"" + name + "\"", label.digest(), written.digest());
            return new ConvertedLabel(
                    Accession.mint(random),
                    name,
                    written.digest(),
                    written.type().numpyName());
        }
    }

    private WriteOptions options(ImageDescription described, PixelSource source, String accession, String imageId) {
        PixelSize size = described.pixelSizeMicrometer();
        PixelSpacing ofFile = new PixelSpacing(
                source.metadata().pixelSizeX(),
                source.metadata().pixelSizeY(),
                source.metadata().pixelSizeZ());
        PixelSpacing spacing = size == null ? ofFile : new PixelSpacing(size.x(), size.y(), size.z()).orElse(ofFile);
        URI about = address.of("/datasets/" + accession + "/images/" + imageId);
        return WriteOptions.defaults()
                .withThreads(config.threads())
                .withName(described.name())
                .withSpacing(spacing)
                .withAbout(about)
                .withChannels(described.channels().stream()
                        .map(channel -> new Channel(channel.name(), channel.color()))
                        .toList());
    }

    private static void checkLabel(String name, PixelSource label, PixelShape image) {
        PixelShape shape = label.shape();
        boolean fits = shape.y() == image.y()
                && shape.x() == image.x()
                && (shape.z() == image.z() || shape.z() == 1)
                && (shape.t() == image.t() || shape.t() == 1)
                && shape.c() == 1;
        if (!fits) {
            throw new RefusedImage(
                    "The label image \"" + name + "\" is " + shape + ", its image is " + image
                            + ". Give a label image of the same size with one channel; if its pages mean something else, name its axes.");
        }
        if (label.type().isFloating()) {
            throw new RefusedImage("The label image \"" + name + "\" holds floating-point numbers ("
                    + label.type().numpyName() + "). Save it with whole numbers, one for each object.");
        }
    }

    private static void checkDigest(String what, String described, String measured) {
        if (described != null && !described.equalsIgnoreCase(measured)) {
            throw new RefusedImage("The pixels of the " + what + " have the digest " + measured
                    + ", the description says " + described
                    + ". Either another file was uploaded, or the axes differ, or the description is wrong.");
        }
    }
}
