package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.node.database.Database;
import org.vitrail.node.publication.PublishedBatches.ImageKey;
import org.vitrail.node.publication.PublishedStore.Extent;
import org.vitrail.node.publication.PublishedStore.StoredImage;
import org.vitrail.node.publication.PublishedStore.StoredVersion;

/** Reads the latest versions of many data sets, and images of them, each by one statement. */
@ApplicationScoped
class BatchStore {
    private static final String IMAGES_OF_LATEST = """
              from dataset d
              join version_image vi on vi.accession = d.accession and vi.version = d.latest_version
              join image i using (image_id)
             where d.accession = any (?) and d.state = 'published'
            """;

    private final Database database;
    private final PublishedStore rows;

    BatchStore(Database database, PublishedStore rows) {
        this.database = database;
        this.rows = rows;
    }

    List<StoredVersion> latest(Collection<String> accessions) {
        return database.list("""
                select v.accession, v.version, v.doi, v.description, v.metadata_revision, v.published_at, v.modified_at,
                       v.doi_registered as version_doi_registered, d.concept_doi, d.doi_registered
                  from version v join dataset d on d.accession = v.accession and d.latest_version = v.version
                 where d.accession = any (?) and d.state = 'published'
                """, rows::version, accessions);
    }

    /** How much each latest version holds, by accession. */
    Map<String, Extent> extents(Collection<String> accessions) {
        record Part(String accession, int set, int images, long sizeBytes) {}
        List<Part> parts = database.list(
                "select d.accession, vi.image_set, count(*) as images, sum(i.size_bytes) as size_bytes"
                        + IMAGES_OF_LATEST + " group by d.accession, vi.image_set",
                row -> new Part(
                        row.text("accession"),
                        row.integer("image_set"),
                        row.integer("images"),
                        row.longInteger("size_bytes")),
                accessions);
        Map<String, Extent> extents = new HashMap<>();
        accessions.forEach(accession -> extents.put(accession, new Extent(0, 0, Map.of())));
        for (Part part : parts) {
            Extent extent = extents.get(part.accession());
            Map<Integer, Integer> sets = new HashMap<>(extent.imagesOfSet());
            sets.put(part.set(), part.images());
            extents.put(
                    part.accession(),
                    new Extent(extent.images() + part.images(), extent.sizeBytes() + part.sizeBytes(), sets));
        }
        return extents;
    }

    /** The first image of each latest version, by accession. */
    Map<String, String> leadImages(Collection<String> accessions) {
        Map<String, String> leads = new HashMap<>();
        database.list(
                "select distinct on (d.accession) d.accession, vi.image_id " + IMAGES_OF_LATEST
                        + " order by d.accession, vi.ordinal",
                row -> leads.put(row.text("accession"), row.text("image_id")),
                accessions);
        return leads;
    }

    Map<ImageKey, StoredImage> images(Collection<ImageKey> keys) {
        Map<ImageKey, StoredImage> images = new HashMap<>();
        database.list(
                "select d.accession, " + PublishedStore.IMAGE_COLUMNS + " " + IMAGES_OF_LATEST
                        + " and vi.image_id = any (?)",
                row -> images.putIfAbsent(new ImageKey(row.text("accession"), row.text("image_id")), rows.image(row)),
                keys.stream().map(ImageKey::accession).distinct().toList(),
                keys.stream().map(ImageKey::imageId).toList());
        return images;
    }
}
