package org.vitrail.node.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.ingest.ImageNames;
import org.vitrail.node.publication.Manifest.ManifestFile;
import org.vitrail.node.publication.Manifest.ManifestImage;
import org.vitrail.pixels.WellPosition;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.PixelDescription;

/** Puts together what a deposit's version will consist of: its images in the order of the description, and its files. */
@ApplicationScoped
class ManifestAssembly {
    private final Database database;
    private final JsonColumns json;
    private final DepositContents contents;

    ManifestAssembly(Database database, JsonColumns json, DepositContents contents) {
        this.database = database;
        this.json = json;
        this.contents = contents;
    }

    /** The manifest; the same each time for the same deposit. */
    Manifest assemble(Deposit deposit) {
        return new Manifest(Manifest.FORMAT, deposit.accession(), deposit.version(), images(deposit), files(deposit));
    }

    private List<ManifestImage> images(Deposit deposit) {
        List<ManifestImage> images = database.list(
                """
                select f.image_set_index, f.image_index, m.number, m.name, m.well, i.*
                  from fileset f join fileset_image m on m.fileset_id = f.id join image i using (image_id)
                 where f.deposit_id = ? and f.state = 'converted' order by f.image_set_index, f.image_index, m.number
                """,
                row -> {
                    ImageDescription described = deposit.description()
                            .imageSets()
                            .get(row.integer("image_set_index"))
                            .images()
                            .get(row.integer("image_index"));
                    return new ManifestImage(
                            0,
                            row.text("image_id"),
                            row.integer("image_set_index"),
                            ImageNames.published(described, row.text("name")),
                            row.integer("number"),
                            well(row.text("well")),
                            row.text("digest"),
                            json.read(row.text("pixels"), PixelDescription.class),
                            json.read(row.text("labels"), new TypeReference<List<StoredLabel>>() {}),
                            described.files(),
                            row.longInteger("size_bytes"),
                            row.integer("objects"),
                            row.text("merkle_root"),
                            described.split());
                },
                deposit.id());
        return numbered(images);
    }

    private static List<ManifestImage> numbered(List<ManifestImage> images) {
        List<ManifestImage> numbered = new ArrayList<>(images.size());
        for (ManifestImage image : images) {
            numbered.add(new ManifestImage(
                    numbered.size(),
                    image.imageId(),
                    image.imageSet(),
                    image.name(),
                    image.number(),
                    image.well(),
                    image.digest(),
                    image.pixels(),
                    image.labels(),
                    image.files(),
                    image.sizeBytes(),
                    image.objects(),
                    image.merkleRoot(),
                    image.split()));
        }
        return numbered;
    }

    /** Files that the description names, and documents that came with this deposit. */
    private List<ManifestFile> files(Deposit deposit) {
        Set<String> named = new HashSet<>();
        for (ImageSet set : deposit.description().imageSets()) {
            for (ImageDescription image : set.images()) {
                named.addAll(image.files());
                image.labels().forEach(label -> named.add(label.file()));
            }
        }
        return contents.listFiles(deposit).stream()
                .filter(file -> file.stored() && (named.contains(file.path()) || !file.inherited()))
                .sorted(Comparator.comparing(HeldFile::path))
                .map(ManifestFile::of)
                .toList();
    }

    private WellPosition well(String column) {
        return column == null ? null : json.read(column, WellPosition.class);
    }
}
