package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vitrail.schema.dataset.PublishedDataset;

/** Whether a root entity has all that the GIDE search profile demands of a data set ("Expected objects", January 2026). */
final class SearchProfile {
    private static final List<String> REQUIRED = List.of(
            "name", "description", "datePublished", "license", "author", "publisher", "about", "measurementMethod");

    private SearchProfile() {}

    /** A data set of beads has no organism, and one whose method waits for a curator no method: they make no claim. */
    static boolean satisfiedBy(ObjectNode root, PublishedDataset d) {
        return REQUIRED.stream().allMatch(root::has)
                && d.organisms().stream()
                        .anyMatch(organism -> CrateSubjects.findTaxon(organism).isPresent());
    }
}
