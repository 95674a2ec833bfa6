package org.vitrail.omezarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.omezarr.WrittenFileset.WrittenLabel;
import org.vitrail.pixels.LabelImage;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnsupportedImage;

/** Label images that a source carries for an image, on their way below the image. */
final class CarriedLabels {

    private static final int LONGEST_KEY = 100;

    private final Map<String, LabelImage> byKey = new LinkedHashMap<>();

    /**
     * The label images of one image.
     *
     * @throws UnsupportedImage when one has floating-point samples, or two would have one key
     */
    static CarriedLabels of(PixelSource image) throws IOException {
        CarriedLabels labels = new CarriedLabels();
        for (LabelImage label : image.labels()) {
            if (label.pixels().type().isFloating()) {
                throw new UnsupportedImage("Label image " + label.name() + " has samples of "
                        + label.pixels().type().numpyName()
                        + "; labels are whole numbers. Save it as 16- or 32-bit integers.");
            }
            if (labels.byKey.put(key(label.name()), label) != null) {
                throw new UnsupportedImage("Two label images of one image would be called " + key(label.name())
                        + ". Give them names that differ in letters and digits.");
            }
        }
        return labels;
    }

    /** What a label image's folder may not be called becomes a hyphen. */
    private static String key(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
        String key = plain.isEmpty() || plain.equals("zarr.json") ? "labels" : plain;
        return key.substring(0, Math.min(LONGEST_KEY, key.length()));
    }

    /**
     * Writes them; whatever they note of their progress stays until {@link #forgetJournals}.
     *
     * @param image store whose root is the image
     * @param options of the image
     */
    List<WrittenLabel> write(ZarrStore image, WriteOptions options) throws IOException {
        List<WrittenLabel> written = new ArrayList<>();
        for (Map.Entry<String, LabelImage> label : byKey.entrySet()) {
            PixelSource pixels = label.getValue().pixels();
            String found = pixels.metadata().name();
            WriteOptions told = options.withChannels(List.of())
                    .withName(
                            found == null || found.isBlank() ? label.getValue().name() : found);
            if (options.sourceIdentity() != null) {
                String text = options.sourceIdentity().text() + "\nlabel image " + label.getKey();
                told = told.identifiedBy(new SourceIdentity(text, true));
            }
            written.add(
                    new WrittenLabel(label.getKey(), OmeZarrWriter.writeLabels(pixels, image, label.getKey(), told)));
        }
        return written;
    }

    /** Removes notes of progress, when all of the image is written. */
    static void forgetJournals(ZarrStore image, List<WrittenLabel> written) {
        for (WrittenLabel label : written) {
            ConversionJournal.remove(new SubfolderStore(image, "labels/" + label.name() + "/"));
        }
    }
}
