package org.vitrail.node.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.Row;

/** Filesets in the database, and the fence that keeps late results out. */
@ApplicationScoped
class FilesetStore {
    private final Database database;
    private final Clock clock;

    FilesetStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Fileset> listOfDeposit(String depositId) {
        return database.list("select * from fileset where deposit_id = ?", this::fileset, depositId);
    }

    /** The image that the same input became before, in any version of the data set. */
    Optional<String> findImageOfInput(String accession, String inputDigest) {
        return database.find("""
                select f.image_id from fileset f join deposit d on d.id = f.deposit_id
                 where d.accession = ? and f.input_digest = ? and f.state = 'converted' limit 1
                """, row -> row.text("image_id"), accession, inputDigest);
    }

    void delete(String id) {
        database.update("delete from fileset where id = ?", id);
    }

    void insert(Fileset fileset) {
        database.update(
                """
                insert into fileset (id, deposit_id, image_set_index, image_index, state, input_digest, image_id, attempt,
                                     updated_at)
                values (?, ?, ?, ?, ?, ?, ?, 0, ?)
                """,
                fileset.id(),
                fileset.depositId(),
                fileset.imageSet(),
                fileset.image(),
                fileset.state(),
                fileset.inputDigest(),
                fileset.imageId(),
                clock.instant());
    }

    /** Gives a fileset new input; what was going on with the old one comes to nothing. */
    void renew(Fileset fileset, String state, String inputDigest, String imageId) {
        database.update("""
                update fileset set state = ?, input_digest = ?, image_id = ?, reason = null, attempt = attempt + 1,
                       updated_at = ? where id = ?
                """, state, inputDigest, imageId, clock.instant(), fileset.id());
    }

    /** Takes a fileset for conversion; empty when there is nothing left to do for that input. */
    Optional<Fileset> claim(String id, String inputDigest) {
        return database.find("""
                update fileset set state = 'converting', attempt = attempt + 1, updated_at = ?
                 where id = ? and input_digest = ? and state in ('uploaded', 'converting') returning *
                """, this::fileset, clock.instant(), id, inputDigest);
    }

    /** Notes the image; false when another attempt has taken over. */
    boolean convert(Fileset claimed, String imageId) {
        return database.update("""
                        update fileset set state = 'converted', image_id = ?, reason = null, updated_at = ?
                         where id = ? and attempt = ? and state = 'converting'
                        """, imageId, clock.instant(), claimed.id(), claimed.attempt()) > 0;
    }

    /** Whether an image is, or is to become, part of a deposit. */
    boolean isWanted(String imageId) {
        return database.find("select 1 as one from fileset where image_id = ?", row -> row.integer("one"), imageId)
                .isPresent();
    }

    /** Notes why there is no image; false when another attempt has taken over. */
    boolean refuse(Fileset claimed, String reason) {
        return database.update("""
                        update fileset set state = 'refused', reason = ?, updated_at = ?
                         where id = ? and attempt = ? and state = 'converting'
                        """, reason, clock.instant(), claimed.id(), claimed.attempt()) > 0;
    }

    private Fileset fileset(Row row) throws SQLException {
        return new Fileset(
                row.text("id"),
                row.text("deposit_id"),
                row.integer("image_set_index"),
                row.integer("image_index"),
                row.text("state"),
                row.text("input_digest"),
                row.text("image_id"),
                row.longInteger("attempt"));
    }
}
