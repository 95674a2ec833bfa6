package org.vitrail.node.ingest;

import java.util.List;
import org.vitrail.omezarr.StoredObject;
import org.vitrail.schema.dataset.Annotation;
import org.vitrail.schema.dataset.PixelDescription;

/**
 * An image as it was written to the store.
 *
 * @param digest vitrail-pixels-1 of level 0
 * @param objects of image and labels, keys relative to the image's root
 */
record ConvertedImage(
        String imageId,
        String accession,
        String digest,
        PixelDescription pixels,
        List<ConvertedLabel> labels,
        List<StoredObject> objects) {

    ConvertedImage {
        labels = List.copyOf(labels);
        objects = List.copyOf(objects);
    }

    /** A label as it was written; JSON of the column image.labels. */
    record ConvertedLabel(String labelId, String name, String digest, String dtype, Annotation annotation) {
        boolean isSameAs(ConvertedLabel other) {
            return name.equals(other.name) && digest.equals(other.digest);
        }
    }

    long sizeBytes() {
        return objects.stream().mapToLong(StoredObject::sizeBytes).sum();
    }

    boolean hasLabelsOf(List<ConvertedLabel> others) {
        return labels.size() == others.size()
                && labels.stream().allMatch(label -> others.stream().anyMatch(label::isSameAs));
    }
}
