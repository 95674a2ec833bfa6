package org.vitrail.node.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.vitrail.omezarr.WrittenFileset;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.schema.dataset.Accession;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.LabelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.ObjectZarrStore;

/** Writes the images of a fileset to the store, with labels and thumbnail, always the same bytes under the same keys. */
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
     * Fetches and opens the files of a fileset.
     *
     * @throws RefusedImage when they are too large, or labels are given for several images
     * @throws org.vitrail.pixels.PixelsException as the readers throw it
     */
    OpenFileset open(Fileset claimed, ConversionInput input) {
        Path folder = scratch.open(claimed.id(), claimed.attempt(), input.sizeBytes());
        try {
            org.vitrail.pixels.Fileset content = ImageReaders.openAll(
                    scratch.fetch(folder, input.files()), input.described().axes());
            int images = content.images().size();
            if (images > 1 && !input.labelFiles().isEmpty()) {
                content.close();
                throw new RefusedImage(
                        "Its files hold " + images + " images, and a label image belongs to one. Save the"
                                + " image that has labels as a file of its own and describe it by itself, or leave the labels out.");
            }
            return new OpenFileset(folder, content, scratch);
        } catch (IOException e) {
            scratch.remove(folder);
            throw new UncheckedIOException("closing the files of fileset " + claimed.id(), e);
        } catch (RuntimeException failed) {
            scratch.remove(folder);
            throw failed;
        }
    }

    /** What in the label files could reveal a person. */
    List<IdentityFinding> findingsOfLabels(ConversionInput input, OpenFileset open) {
        List<IdentityFinding> found = new ArrayList<>();
        for (int i = 0; i < input.labelFiles().size(); i++) {
            Path file = scratch.fetch(open.folder(), input.labelFiles().get(i));
            String own = input.described().labels().get(i).axes();
            String axes = own == null ? input.described().axes() : own;
            try (org.vitrail.pixels.Fileset label = ImageReaders.openAll(List.of(file), axes)) {
                found.addAll(label.findings());
            } catch (IOException e) {
                throw new UncheckedIOException("closing a label image", e);
            }
        }
        return found;
    }

    /**
     * Converts one image; what an attempt that died has stored of it is not stored again.
     *
     * @throws RefusedImage when a digest or a label does not fit
     * @throws org.vitrail.pixels.PixelsException as the readers and the writer throw it
     */
    ConvertedImage convert(String accession, ConversionInput input, OpenFileset open, FilesetImage image) {
        try {
            return write(accession, input, open, image);
        } catch (IOException e) {
            throw new UncheckedIOException("converting image " + image.imageId(), e);
        }
    }

    private ConvertedImage write(String accession, ConversionInput input, OpenFileset open, FilesetImage image)
            throws IOException {
        ImageDescription described = input.described();
        String root = ImageKeys.root(accession, image.imageId());
        ObjectZarrStore zarr = new ObjectZarrStore(store, root);
        PixelSource source = open.images().get(image.number());
        WriteOptions options = options(described, source)
                .withName(ImageNames.stored(described, image, source))
                .withAbout(address.of("/datasets/" + accession + "/images/" + image.imageId()))
                .resumableAs(input.digest() + " image " + image.number());
        Map<String, StoredObject> objects = new TreeMap<>();
        try {
            List<ConvertedLabel> labels = carriedLabels(source, zarr, options, objects);
            WrittenImage written = OmeZarrWriter.write(source, zarr, options);
            written.objects().forEach(object -> objects.put(object.key(), object));
            if (image.number() == 0) {
                PixelChecks.requireDigest("image", described.digest(), written.digest());
            }
            for (int i = 0; i < input.labelFiles().size(); i++) {
                Path file = scratch.fetch(open.folder(), input.labelFiles().get(i));
                labels.add(label(described, i, file, written.shape(), zarr, options, objects));
            }
            store.put(ImageKeys.thumbnail(accession, image.imageId()), written.thumbnailJpeg(), "image/jpeg");
            return new ConvertedImage(
                    image.imageId(),
                    accession,
                    written.digest(),
                    PixelFacts.of(written, described, options.spacing()),
                    labels,
                    List.copyOf(objects.values()));
        } catch (RefusedImage e) {
            objects.keySet().forEach(key -> store.delete(root + "/" + key));
            throw e;
        }
    }

    /** Label images inside the source, which only OME-Zarr has. */
    private List<ConvertedLabel> carriedLabels(
            PixelSource source, ObjectZarrStore zarr, WriteOptions options, Map<String, StoredObject> objects)
            throws IOException {
        List<ConvertedLabel> labels = new ArrayList<>();
        for (WrittenFileset.WrittenLabel carried : OmeZarrWriter.writeCarriedLabels(source, zarr, options)) {
            WrittenImage written = carried.image();
            written.objects().forEach(object -> objects.put(object.key(), object));
            labels.add(new ConvertedLabel(
                    Accession.mint(random),
                    carried.name(),
                    written.digest(),
                    written.type().numpyName(),
                    null));
        }
        return labels;
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
            PixelChecks.requireLabel(name, source, shape);
            WrittenImage written = OmeZarrWriter.writeLabels(
                    source, zarr, name, options.withChannels(List.of()).withName(name));
            written.objects().forEach(object -> objects.put(object.key(), object));
            PixelChecks.requireDigest("label \"" + name + "\"", label.digest(), written.digest());
            return new ConvertedLabel(
                    Accession.mint(random),
                    name,
                    written.digest(),
                    written.type().numpyName(),
                    label.annotation());
        }
    }

    private WriteOptions options(ImageDescription described, PixelSource source) {
        PixelSize size = described.pixelSizeMicrometer();
        PixelSpacing ofFile = new PixelSpacing(
                source.metadata().pixelSizeX(),
                source.metadata().pixelSizeY(),
                source.metadata().pixelSizeZ());
        PixelSpacing spacing = size == null ? ofFile : new PixelSpacing(size.x(), size.y(), size.z()).orElse(ofFile);
        return WriteOptions.defaults()
                .withThreads(config.threads())
                .withSpacing(spacing)
                .withChannels(
                        ChannelNames.of(described.channels(), source.metadata().channels()));
    }
}
