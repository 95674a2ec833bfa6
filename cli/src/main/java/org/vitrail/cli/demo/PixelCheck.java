package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.cli.demo.DemoReport.ReportedImage;
import org.vitrail.omezarr.HttpZarrStore;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
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
            images.add(check(zarr, described, image.path("number").asInt()));
        }
        return images;
    }

    /** Throws with all that differed, if anything did. */
    public void requireEqual() {
        if (!differences.isEmpty()) {
            throw new DemoFailed(String.join("; ", differences));
        }
    }

    /** @param number of the image among those that its files hold; a described digest is the first one's */
    private ReportedImage check(URI zarr, ImageDescription image, int number) {
        String read = null;
        try {
            OmeZarrReader reader = OmeZarrReader.open(new HttpZarrStore(zarr));
            read = levelZero(reader);
            String told = number == 0 ? image.digest() : null;
            boolean equal = compare(zarr.toString(), read, source(image.files(), image.axes(), number), told);
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
        String source = source(List.of(label.file()), label.axes(), 0);
        return compare(zarr + "/labels/" + name, read, source, label.digest());
    }

    private boolean compare(String what, String read, String source, String told) {
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

    private String source(List<String> files, String axes, int number) throws IOException {
        try (Fileset pixels = ImageReaders.openAll(deposition.set().paths(files), axes)) {
            return PixelDigest.of(pixels.images().get(number));
        }
    }
}
