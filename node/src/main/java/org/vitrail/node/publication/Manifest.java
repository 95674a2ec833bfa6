package org.vitrail.node.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.pixels.WellPosition;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.Split;

/**
 * What a version consists of; never changes. Contracts §8, versions/v{n}.json.
 *
 * @param format name and version of this form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(String format, String accession, int version, List<ManifestImage> images, List<ManifestFile> files) {
    static final String FORMAT = "vitrail-manifest-1";

    Manifest {
        images = List.copyOf(images);
        files = List.copyOf(files);
    }

    /**
     * An image.
     *
     * @param imageSet index of its image set in the description
     * @param number among the images of the same files, from 0
     * @param well where on a plate, or null
     * @param files paths as received, those of labels left out
     * @param merkleRoot over the stored objects of image and labels
     * @param split part it plays in machine learning, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ManifestImage(
            int ordinal,
            String imageId,
            int imageSet,
            String name,
            int number,
            WellPosition well,
            String digest,
            PixelDescription pixels,
            List<StoredLabel> labels,
            List<String> files,
            long sizeBytes,
            int objects,
            String merkleRoot,
            Split split) {}

    /**
     * A file as received, or the copy of it without what could reveal a person.
     *
     * @param objectKey null, like size and digest, when it is not kept
     * @param notKept why it is not kept; null when it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ManifestFile(String fileId, String path, String objectKey, Long sizeBytes, String sha256, String notKept) {
        private static final String REVEALS = "reveals persons";

        static ManifestFile of(HeldFile file) {
            return file.kept()
                    ? new ManifestFile(
                            file.fileId(), file.path(), file.objectKey(), file.sizeBytes(), file.sha256(), null)
                    : new ManifestFile(file.fileId(), file.path(), null, null, null, REVEALS);
        }
    }
}
