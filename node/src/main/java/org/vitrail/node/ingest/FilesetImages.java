package org.vitrail.node.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.node.database.Row;
import org.vitrail.pixels.WellPosition;
import org.vitrail.schema.dataset.Accession;

/** The images of filesets in the database. */
@ApplicationScoped
class FilesetImages {
    private final Database database;
    private final JsonColumns json;
    private final SecureRandom random;

    FilesetImages(Database database, JsonColumns json, SecureRandom random) {
        this.database = database;
        this.json = json;
        this.random = random;
    }

    /** What a file says of one of its images. @param name null where it has none */
    record Member(String name, WellPosition well) {}

    /** Reserves an id for each image, or finds those that an earlier attempt at the same input reserved. */
    List<FilesetImage> reserve(String filesetId, List<Member> members) {
        List<Object[]> rows = new ArrayList<>();
        for (Member member : members) {
            String well = member.well() == null ? null : json.write(member.well());
            rows.add(new Object[] {filesetId, rows.size(), Accession.mint(random), member.name(), well});
        }
        database.updateAll("""
                insert into fileset_image (fileset_id, number, image_id, converted, name, well)
                values (?, ?, ?, false, ?, ?::jsonb) on conflict (fileset_id, number) do nothing
                """, rows);
        return list(filesetId);
    }

    List<FilesetImage> list(String filesetId) {
        return database.list(
                "select * from fileset_image where fileset_id = ? order by number", this::image, filesetId);
    }

    /** Notes that an image is stored, under the reserved id or as an equal one. */
    void markConverted(String filesetId, int number, String imageId) {
        database.update(
                "update fileset_image set image_id = ?, converted = true where fileset_id = ? and number = ?",
                imageId,
                filesetId,
                number);
    }

    /** Whether an image is, or is to become, part of a deposit. */
    boolean isWanted(String imageId) {
        return database.find(
                        "select 1 as one from fileset_image where image_id = ? limit 1",
                        row -> row.integer("one"),
                        imageId)
                .isPresent();
    }

    private FilesetImage image(Row row) throws SQLException {
        String well = row.text("well");
        return new FilesetImage(
                row.integer("number"),
                row.text("image_id"),
                row.flag("converted"),
                row.text("name"),
                well == null ? null : json.read(well, WellPosition.class));
    }
}
