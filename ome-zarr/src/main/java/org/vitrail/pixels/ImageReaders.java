package org.vitrail.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.vitrail.pixels.ImageFormat.Candidate;
import org.vitrail.pixels.identity.IdentityFinding;

/** Opens image files of every format that {@link ImageFormat} services bring, by what is in them and not by their name. */
public final class ImageReaders {

    private static final List<ImageFormat> FORMATS =
            ServiceLoader.load(ImageFormat.class, ImageFormat.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private ImageReaders() {}

    /**
     * Opens all images that the files hold together. The findings are the format's, and before them those of the names of what is given:
     * of each file; of a folder that is given, and of the files directly in it.
     *
     * @param files at least one
     * @param axes of {@code tczyx}, for what the files do not say themselves ({@code tyx}: pages are time points); null for none
     * @throws UnreadableImage when a file is missing, empty, broken or no image
     * @throws UnsupportedImage when the format is not taken, with the reason
     */
    public static Fileset openAll(List<Path> files, String axes) {
        if (files.isEmpty()) {
            throw new UnreadableImage("No file was given. Name at least one image file.");
        }
        List<Candidate> candidates = files.stream().map(ImageReaders::candidate).toList();
        ImageFormat format = format(candidates).orElseThrow(() -> unknown(candidates));
        try {
            List<IdentityFinding> names = NamedFileset.namesOf(files);
            return NamedFileset.of(format.open(files, axes), names, format.datesReveal());
        } catch (IOException failed) {
            throw new UnreadableImage(
                    "%s could not be read: %s.".formatted(candidates.get(0).fileName(), FailureWords.of(failed)),
                    failed);
        }
    }

    /** Opens the first image that the files hold together; closing it closes the files. As {@link #openAll}. */
    public static PixelSource open(List<Path> files, String axes) {
        return new FirstImage(openAll(files, axes));
    }

    /**
     * Copies a file without what could reveal a person, as {@link ImageFormat#writeWithoutIdentity}.
     *
     * @return false when that cannot be done for this format: such a file must not be kept
     */
    public static boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        Optional<ImageFormat> format = format(List.of(candidate(file)));
        return format.isPresent() && format.get().writeWithoutIdentity(file, copy);
    }

    private static Optional<ImageFormat> format(List<Candidate> files) {
        return FORMATS.stream().filter(format -> format.takes(files)).findFirst();
    }

    private static PixelsException unknown(List<Candidate> files) {
        List<String> known = new ArrayList<>();
        for (Candidate file : files) {
            Optional<String> refusal = ForeignFormats.refusal(file.fileName());
            if (refusal.isPresent()) {
                return new UnsupportedImage(refusal.get());
            }
            Optional<ImageFormat> format = format(List.of(file));
            if (format.isEmpty() && Files.isDirectory(file.path())) {
                return new UnreadableImage(
                        "%s is a folder in which no image was found: there is no OME-Zarr (no zarr.json, no .zattrs) and no series of files that is read. Give the folder that ends with .zarr, or the image files one by one."
                                .formatted(file.fileName()));
            }
            if (format.isEmpty()) {
                return new UnreadableImage(
                        "%s is no image of a format that is read: it does not begin like any of %s (byte 0). Is it the right file, whole? Pictures of other formats can be saved as PNG or TIFF."
                                .formatted(
                                        file.fileName(),
                                        String.join(
                                                ", ",
                                                FORMATS.stream()
                                                        .map(ImageFormat::name)
                                                        .toList())));
            }
            known.add(file.fileName() + " (" + format.get().name() + ")");
        }
        return new UnsupportedImage("These files do not make one image together: " + String.join(", ", known)
                + ". Give each as an image of its own, or save them as one TIFF stack.");
    }

    private static Candidate candidate(Path file) {
        if (Files.isDirectory(file)) {
            return new Candidate(file, new byte[0]);
        }
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImage("%s is not there, or no file. Check the path.".formatted(name));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(Candidate.HEAD_BYTES);
            if (head.length == 0) {
                throw new UnreadableImage("%s is empty (0 bytes). Send it again.".formatted(name));
            }
            return new Candidate(file, head);
        } catch (IOException failed) {
            throw new UnreadableImage("%s could not be read: %s.".formatted(name, FailureWords.of(failed)), failed);
        }
    }

    /** An image that owns the files it came from. */
    private record FirstImage(Fileset fileset, PixelSource image) implements PixelSource {

        FirstImage(Fileset fileset) {
            this(fileset, fileset.images().get(0));
        }

        @Override
        public PixelShape shape() {
            return image.shape();
        }

        @Override
        public PixelType type() {
            return image.type();
        }

        @Override
        public SourceMetadata metadata() {
            return image.metadata();
        }

        @Override
        public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
                throws IOException {
            image.read(t, c, z, y, x, height, width, destination);
        }

        @Override
        public List<LabelImage> labels() throws IOException {
            return image.labels();
        }

        @Override
        public void close() throws IOException {
            fileset.close();
        }
    }
}
