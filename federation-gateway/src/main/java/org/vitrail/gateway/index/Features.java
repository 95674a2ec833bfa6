package org.vitrail.gateway.index;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** What a record has that people look for: the values of the facet {@code has}. */
final class Features {

    private Features() {}

    static List<String> of(PublishedDataset dataset) {
        List<String> features = new ArrayList<>();
        add(features, "pixels", dataset.leadImage() != null);
        add(features, "doi", dataset.doiRegistered());
        add(features, "publication", !dataset.publications().isEmpty());
        return features;
    }

    static List<String> of(PublishedImage image) {
        List<String> features = new ArrayList<>();
        add(features, "pixels", image.zarr() != null);
        add(features, "labels", !image.labels().isEmpty());
        PixelDescription pixels = image.pixels();
        if (pixels != null) {
            add(features, "z-stack", pixels.sizeZ() > 1);
            add(features, "time", pixels.sizeT() > 1);
            add(features, "channels", pixels.sizeC() > 1);
        }
        return features;
    }

    private static void add(List<String> features, String word, boolean has) {
        if (has) {
            features.add(word);
        }
    }
}
