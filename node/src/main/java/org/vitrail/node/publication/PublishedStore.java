package org.vitrail.node.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.node.database.Row;
import org.vitrail.pixels.WellPosition;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.Split;

/** Reads published versions and their images from the database. */
@ApplicationScoped
class PublishedStore {
    private static final String VERSION = """
            select v.accession, v.version, v.doi, v.description, v.metadata_revision, v.published_at, v.modified_at,
                   v.doi_registered as version_doi_registered, d.concept_doi, d.doi_registered
              from version v join dataset d using (accession)
             where v.accession = ?
            """;
    private static final String PUBLISHED = VERSION + " and d.state = 'published'";
    /** Columns that {@link #image} reads, of version_image as vi and image as i. */
    static final String IMAGE_COLUMNS =
            "vi.ordinal, vi.image_id, vi.image_set, vi.name, vi.well, vi.split, i.digest, i.pixels, i.labels, i.size_bytes";

    private static final String IMAGE = "select " + IMAGE_COLUMNS
            + " from version_image vi join image i using (image_id) where vi.accession = ? and vi.version = ?";

    private final Database database;
    private final JsonColumns json;

    PublishedStore(Database database, JsonColumns json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A version as stored; the description names no images.
     *
     * @param doiRegistered of the concept DOI
     * @param versionDoiRegistered of the version's
     */
    record StoredVersion(
            String accession,
            int version,
            String doi,
            String conceptDoi,
            boolean doiRegistered,
            boolean versionDoiRegistered,
            DatasetDescription description,
            int metadataRevision,
            Instant publishedAt,
            Instant modifiedAt) {}

    /** An image of a version as stored. @param well null off plates @param split null for none */
    record StoredImage(
            int ordinal,
            String imageId,
            int imageSet,
            String name,
            String digest,
            PixelDescription pixels,
            List<StoredLabel> labels,
            long sizeBytes,
            WellPosition well,
            Split split) {}

    /** How much a version holds: images and bytes, images by index of image set. */
    record Extent(int images, long sizeBytes, Map<Integer, Integer> imagesOfSet) {}

    Optional<StoredVersion> findLatest(String accession) {
        return database.find(PUBLISHED + " and v.version = d.latest_version", this::version, accession);
    }

    Optional<StoredVersion> findVersion(String accession, int version) {
        return database.find(PUBLISHED + " and v.version = ?", this::version, accession, version);
    }

    /** Every version that was ever published, of a withdrawn data set too, in their order. */
    List<StoredVersion> listEver(String accession) {
        return database.list(VERSION + " and d.latest_version > 0 order by v.version", this::version, accession);
    }

    List<StoredImage> listImages(String accession, int version, int afterOrdinal, int limit) {
        return database.list(
                IMAGE + " and vi.ordinal > ? order by vi.ordinal limit ?",
                this::image,
                accession,
                version,
                afterOrdinal,
                limit);
    }

    Optional<StoredImage> findImage(String accession, int version, String imageId) {
        return database.find(
                IMAGE + " and vi.image_id = ? order by vi.ordinal limit 1", this::image, accession, version, imageId);
    }

    Extent extent(String accession, int version) {
        Map<Integer, Integer> imagesOfSet = new HashMap<>();
        List<Long> sizes = database.list(
                """
                select vi.image_set, count(*) as images, sum(i.size_bytes) as size_bytes
                  from version_image vi join image i using (image_id)
                 where vi.accession = ? and vi.version = ? group by vi.image_set
                """,
                row -> {
                    imagesOfSet.put(row.integer("image_set"), row.integer("images"));
                    return row.longInteger("size_bytes");
                },
                accession,
                version);
        return new Extent(
                imagesOfSet.values().stream().mapToInt(Integer::intValue).sum(),
                sizes.stream().mapToLong(Long::longValue).sum(),
                Map.copyOf(imagesOfSet));
    }

    StoredVersion version(Row row) throws SQLException {
        return new StoredVersion(
                row.text("accession"),
                row.integer("version"),
                row.text("doi"),
                row.text("concept_doi"),
                row.flag("doi_registered"),
                row.flag("version_doi_registered"),
                json.read(row.text("description"), DatasetDescription.class),
                row.integer("metadata_revision"),
                row.instant("published_at"),
                row.instant("modified_at"));
    }

    StoredImage image(Row row) throws SQLException {
        return new StoredImage(
                row.integer("ordinal"),
                row.text("image_id"),
                row.integer("image_set"),
                row.text("name"),
                row.text("digest"),
                json.read(row.text("pixels"), PixelDescription.class),
                json.read(row.text("labels"), new TypeReference<List<StoredLabel>>() {}),
                row.longInteger("size_bytes"),
                row.text("well") == null ? null : json.read(row.text("well"), WellPosition.class),
                row.text("split") == null ? null : RecordForm.ofWord(Split.class, row.text("split")));
    }
}
