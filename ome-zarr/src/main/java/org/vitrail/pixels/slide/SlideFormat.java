package org.vitrail.pixels.slide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.SingleImage;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.ScannerSigns;

/**
 * Slides of Hamamatsu (NDPI, VMS, VMU), MIRAX, Leica SCN, Ventana BIF, Philips, Trestle and Sakura, through OpenSlide. Files are looked at
 * here first, so that no other file reaches the native library.
 */
public final class SlideFormat implements ImageFormat {

    /** What our own readers take, or what is no slide at all. */
    private static final Set<String> NOT_HERE = Set.of("aperio", "generic-tiff");

    private final Optional<OpenSlideLibrary> library;

    /** With the library that is installed, if there is one. */
    public SlideFormat() {
        this(OpenSlideLibrary.installed());
    }

    SlideFormat(Optional<OpenSlideLibrary> library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "slides by OpenSlide";
    }

    @Override
    public boolean datesReveal() {
        return true;
    }

    /** One file is a slide, and all others lie in its folder or below: the data of MIRAX and VMS stand in files of their own. */
    @Override
    public boolean takes(List<Candidate> files) {
        List<Candidate> slides =
                files.stream().filter(file -> maker(file).isPresent()).toList();
        if (slides.size() != 1) {
            return false;
        }
        Path folder = folder(slides.get(0).path());
        return files.stream()
                .allMatch(file -> file.path().toAbsolutePath().normalize().startsWith(folder));
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }

    private static Optional<String> maker(Candidate file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        if (file.head().length == 0) {
            return Optional.empty();
        }
        if (name.endsWith(".mrxs")) {
            return Optional.of("MIRAX");
        }
        String start = new String(file.head(), StandardCharsets.ISO_8859_1);
        if (start.contains("[Virtual Microscope Specimen]")
                || start.contains("[Uncompressed Virtual Microscope Specimen]")) {
            return Optional.of("Hamamatsu VMS");
        }
        if (name.endsWith(".svslide") && start.startsWith("SQLite format 3")) {
            return Optional.of("Sakura");
        }
        if (!ScannerSigns.looksLikeTiff(file.head()) || file.has(128, "DICM")) {
            return Optional.empty();
        }
        return name.endsWith(".ndpi") ? Optional.of("Hamamatsu NDPI") : ScannerSigns.of(file.path());
    }

    /** The axes are known: the caller's are not asked. */
    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        Path file = main(files);
        OpenSlideLibrary installed = library.orElseThrow(() -> new UnsupportedImage(
                "%s is a whole-slide scan that is read through OpenSlide, which is not installed on this machine. Install it (apt-get install libopenslide0), or export the image as OME-TIFF."
                        .formatted(file.getFileName())));
        String vendor = installed.detectVendor(file.toAbsolutePath().toString());
        if (vendor != null && NOT_HERE.contains(vendor)) {
            throw new UnsupportedImage(
                    "%s says that a slide scanner made it, but OpenSlide takes it for %s. Export the image as OME-TIFF."
                            .formatted(file.getFileName(), vendor));
        }
        if ("hamamatsu".equals(vendor) && ScannerSigns.hasFocalPlanes(file)) {
            throw new UnsupportedImage(
                    "%s has several focal planes, of which OpenSlide reads one. Export them as OME-TIFF."
                            .formatted(file.getFileName()));
        }
        OpenedSlide slide = OpenedSlide.open(installed, file);
        boolean opened = false;
        try {
            SingleImage image = new SingleImage(image(slide), SlideFindings.of(slide));
            opened = true;
            return image;
        } finally {
            if (!opened) {
                slide.close();
            }
        }
    }

    /** The slide among its data: the file that {@link #takes} found. */
    private static Path main(List<Path> files) throws IOException {
        if (files.size() == 1) {
            return files.get(0);
        }
        for (Path file : files) {
            if (java.nio.file.Files.isRegularFile(file)) {
                try (var stream = java.nio.file.Files.newInputStream(file)) {
                    if (maker(new Candidate(file, stream.readNBytes(Candidate.HEAD_BYTES)))
                            .isPresent()) {
                        return file;
                    }
                }
            }
        }
        return files.get(0);
    }

    private static SlidePixels image(OpenedSlide slide) throws IOException {
        long[] size = slide.dimensions();
        if (size[0] < 1 || size[1] < 1 || size[0] > Integer.MAX_VALUE || size[1] > Integer.MAX_VALUE) {
            throw new UnreadableImage("%s claims a size of %d × %d pixels. Check that it was copied whole."
                    .formatted(slide.name(), size[0], size[1]));
        }
        var properties = slide.properties();
        SourceMetadata metadata = new SourceMetadata(
                null,
                "cyx",
                micrometer(properties.get("openslide.mpp-x")),
                micrometer(properties.get("openslide.mpp-y")),
                null,
                List.of(),
                true);
        return new SlidePixels(slide, new PixelShape(1, 3, 1, size[1], size[0]), metadata);
    }

    private static Double micrometer(String text) {
        try {
            double value = text == null ? 0 : Double.parseDouble(text);
            return value > 0 && value < 1e6 ? value : null;
        } catch (NumberFormatException damaged) {
            return null;
        }
    }
}
