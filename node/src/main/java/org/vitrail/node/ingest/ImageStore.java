package org.vitrail.node.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.node.ingest.ConvertedImage.ConvertedLabel;
import org.vitrail.omezarr.MerkleManifest;

/** Converted images in the database. */
@ApplicationScoped
class ImageStore {
    private final Database database;
    private final JsonColumns json;
    private final Clock clock;

    ImageStore(Database database, JsonColumns json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    private record Known(String imageId, List<ConvertedLabel> labels) {}

    /** Another image of the data set with the same pixels and the same labels. */
    Optional<String> findEqual(ConvertedImage image) {
        return database
                .list(
                        "select image_id, labels from image where accession = ? and digest = ? and image_id <> ?",
                        row -> new Known(
                                row.text("image_id"),
                                json.read(row.text("labels"), new TypeReference<List<ConvertedLabel>>() {})),
                        image.accession(),
                        image.digest(),
                        image.imageId())
                .stream()
                .filter(known -> image.hasLabelsOf(known.labels()))
                .map(Known::imageId)
                .findFirst();
    }

    /** Adds an image; the same id again replaces what an interrupted attempt noted. */
    void save(ConvertedImage image) {
        database.update(
                """
                insert into image (image_id, accession, digest, pixels, labels, size_bytes, objects, merkle_root, created_at)
                values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
                on conflict (image_id) do update set digest = excluded.digest, pixels = excluded.pixels,
                       labels = excluded.labels, size_bytes = excluded.size_bytes, objects = excluded.objects,
                       merkle_root = excluded.merkle_root
                """,
                image.imageId(),
                image.accession(),
                image.digest(),
                json.write(image.pixels()),
                json.write(image.labels()),
                image.sizeBytes(),
                image.objects().size(),
                MerkleManifest.root(image.objects()),
                clock.instant());
    }
}
