package org.vitrail.node.publication;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.ImageSet;

/** Puts a version's corrected description and the images of its deposit together again. */
final class VersionDescription {
    private VersionDescription() {}

    /**
     * The corrected description with the images as deposited.
     *
     * @param corrected has as many image sets as the deposited one, without images
     */
    static DatasetDescription withImages(DatasetDescription corrected, DatasetDescription deposited) {
        List<ImageSet> sets = new ArrayList<>();
        for (int i = 0; i < corrected.imageSets().size(); i++) {
            ImageSet set = corrected.imageSets().get(i);
            sets.add(set.withImages(deposited.imageSets().get(i).images()));
        }
        return corrected.withImageSets(sets);
    }
}
