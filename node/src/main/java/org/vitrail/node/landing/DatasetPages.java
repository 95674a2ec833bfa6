package org.vitrail.node.landing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vitrail.node.landing.DatasetPage.CreditLine;
import org.vitrail.node.landing.DatasetPage.GalleryPage;
import org.vitrail.node.publication.PublishedRecords;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.schemaorg.SchemaOrgWriter;

/** Gathers what the landing page of a version shows. The cost does not grow with the number of images. */
@ApplicationScoped
class DatasetPages {
    /** With the number of files small enough for a page of 30 kB. */
    private static final int IMAGES_A_PAGE = 36;

    private static final int MOST_FILES = 30;
    private static final int NONE = -2;

    private final PublishedRecords records;
    private final LandingStore store;

    DatasetPages(PublishedRecords records, LandingStore store) {
        this.records = records;
        this.store = store;
    }

    /** @param afterOrdinal where the gallery continues; −1 at its beginning */
    DatasetPage page(PublishedDataset dataset, int afterOrdinal) {
        int after = Math.max(-1, Math.min(afterOrdinal, dataset.imageCount() - 1));
        List<PublishedImage> images = images(dataset, after);
        int last = after + images.size();
        GalleryPage gallery = new GalleryPage(
                after + 2,
                last + 1,
                after < 0 ? NONE : Math.max(-1, after - IMAGES_A_PAGE),
                last + 1 < dataset.imageCount() ? last : NONE);
        return new DatasetPage(
                dataset,
                credits(dataset),
                Citation.of(dataset),
                images,
                gallery,
                listVersions(dataset),
                files(dataset),
                store.countFiles(dataset.accession(), dataset.version()),
                new SchemaOrgWriter().writeForPage(dataset));
    }

    /** Newest first. */
    List<LandingStore.VersionLine> listVersions(PublishedDataset dataset) {
        return store.listVersions(dataset.accession());
    }

    private List<LandingStore.FileLine> files(PublishedDataset dataset) {
        List<LandingStore.FileLine> files = store.listFiles(dataset.accession(), dataset.version(), MOST_FILES);
        return dataset.access() == Access.OPEN
                ? files
                : files.stream().map(LandingStore.FileLine::withoutDigest).toList();
    }

    List<PublishedImage> images(PublishedDataset dataset, int afterOrdinal) {
        return records.listImages(dataset.accession(), dataset.version(), afterOrdinal, IMAGES_A_PAGE);
    }

    static List<CreditLine> credits(PublishedDataset dataset) {
        return dataset.creators().stream().map(DatasetPages::credit).toList();
    }

    private static CreditLine credit(Agent agent) {
        return new CreditLine(
                agent.displayName(), Signposting.orcid(agent), agent.affiliation() == null ? "" : agent.affiliation());
    }
}
