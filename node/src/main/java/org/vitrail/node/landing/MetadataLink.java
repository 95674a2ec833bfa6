package org.vitrail.node.landing;

import java.util.Arrays;
import java.util.List;
import org.vitrail.schema.dataset.PublishedDataset;

/** A link to the metadata in one format. */
record MetadataLink(String title, String type, String href) {
    static List<MetadataLink> of(PublishedDataset dataset) {
        return Arrays.stream(MetadataFile.values())
                .map(file -> new MetadataLink(
                        file.title(), file.mediaType().toString(), dataset.versionPage() + "/metadata/" + file.key()))
                .toList();
    }
}
