package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.cli.demo.DemoReport.ReportedImage;
import org.vitrail.omezarr.HttpZarrStore;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.LabelDescription;

/** Reads every published image back over HTTP and compares it with its source, pixel for pixel, by the digest of contracts §7. */
public final class PixelCheck {

    private final Deposition deposition;
    private final List<String> differences = new ArrayList<>();

    public PixelCheck(Deposition deposition) {
        this.deposition = deposition;
    }

    /** One entry for each image of the published deposit. */
    public List<ReportedImage> check(JsonNode deposit) {
        List<ReportedImage> images = new ArrayList<>();
        for (JsonNode image : deposit.path("images")) {
            URI zarr = deposition
                    .node()
                    .zarr(
                            deposit.path("accession").asText(),
                            image.path("imageId").asText());
            ImageDescription described = deposition
                    .set()
                    .image(image.path("imageSet").asInt(), image.path("image").asInt());
            images.add(check(zarr, described));
        }
        return images;
    }

    /** Throws with all that differed, if anything did. */
    public void requireEqual() {
        if (!differences.isEmpty()) {
            throw new DemoFailed(String.join("; ", differences));
        }
    }

    private ReportedImage check(URI zarr, ImageDescription image) {
        String read = null;
        try {
            OmeZarrReader reader = OmeZarrReader.open(new HttpZarrStore(zarr));
            read = levelZero(reader);
            boolean equal = compare(zarr.toString(), read, image.files(), image.axes(), image.digest());
            for (LabelDescription label : image.labels()) {
                equal &= checkLabel(zarr, reader, label);
            }
            return new ReportedImage(zarr.toString(), read, equal);
        } catch (IOException | RuntimeException failed) {
            differences.add(zarr + " could not be compared: " + failed);
            return new ReportedImage(zarr.toString(), read, false);
        }
    }

    private boolean checkLabel(URI zarr, OmeZarrReader reader, LabelDescription label) throws IOException {
        String name = reader.labels().size() == 1 ? reader.labels().getFirst() : label.name();
        String read = levelZero(reader.label(name));
        return compare(zarr + "/labels/" + name, read, List.of(label.file()), label.axes(), label.digest());
    }

    private boolean compare(String what, String read, List<String> files, String axes, String told) throws IOException {
        String source = source(deposition.set().paths(files), axes);
        boolean equal = read.equals(source) && (told == null || told.equals(read));
        if (!equal) {
            differences.add(what + " has " + read + ", its source " + source + ", its description " + told);
        }
        return equal;
    }

    private static String levelZero(OmeZarrReader reader) throws IOException {
        try (PixelSource pixels = reader.level(0)) {
            return PixelDigest.of(pixels);
        }
    }

    private static String source(List<Path> files, String axes) throws IOException {
        try (PixelSource pixels = ImageReaders.open(files, axes)) {
            return PixelDigest.of(pixels);
        }
    }
}
