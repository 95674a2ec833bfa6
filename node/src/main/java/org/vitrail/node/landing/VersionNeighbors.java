package org.vitrail.node.landing;

import java.util.List;
import org.vitrail.node.doi.DoiMint;
import org.vitrail.node.landing.LandingStore.VersionLine;
import org.vitrail.schema.dataset.PublishedDataset;

/**
 * The DOIs of the versions beside one; a demonstration identifier is none.
 *
 * @param previous null where there is none
 * @param next null where there is none
 */
record VersionNeighbors(String previous, String next) {
    static VersionNeighbors of(PublishedDataset dataset, List<VersionLine> versions) {
        return new VersionNeighbors(doi(versions, dataset.version() - 1), doi(versions, dataset.version() + 1));
    }

    private static String doi(List<VersionLine> versions, int version) {
        return versions.stream()
                .filter(line -> line.version() == version)
                .map(VersionLine::doi)
                .filter(DoiMint::isDoi)
                .findFirst()
                .orElse(null);
    }
}
