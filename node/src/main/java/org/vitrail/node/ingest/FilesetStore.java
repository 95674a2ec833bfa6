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

    /** A fileset of the same input that was converted before, in any version of the data set. */
    Optional<String> findConverted(String accession, String inputDigest) {
        return database.find("""
                select f.id from fileset f join deposit d on d.id = f.deposit_id
                 where d.accession = ? and f.input_digest = ? and f.state = 'converted' limit 1
                """, row -> row.text("id"), accession, inputDigest);
    }

    /** Gives a fileset the images of another one with the same input. */
    void adopt(Fileset fileset, String converted, String inputDigest) {
        renew(fileset, "converted", inputDigest);
        database.update("""
                insert into fileset_image (fileset_id, number, image_id, converted, name, well)
                select ?, number, image_id, converted, name, well from fileset_image where fileset_id = ?
                """, fileset.id(), converted);
    }

    void delete(String id) {
        database.update("delete from fileset where id = ?", id);
    }

    void insert(Fileset fileset) {
        database.update(
                """
                insert into fileset (id, deposit_id, image_set_index, image_index, state, input_digest, attempt, updated_at)
                values (?, ?, ?, ?, ?, ?, 0, ?)
                """,
                fileset.id(),
                fileset.depositId(),
                fileset.imageSet(),
                fileset.image(),
                fileset.state(),
                fileset.inputDigest(),
                clock.instant());
    }

    /** Gives a fileset new input; what was going on with the old one comes to nothing. */
    void renew(Fileset fileset, String state, String inputDigest) {
        database.update("""
                update fileset set state = ?, input_digest = ?, reason = null, attempt = attempt + 1, interruptions = 0,
                       updated_at = ?
                 where id = ?
                """, state, inputDigest, clock.instant(), fileset.id());
        database.update("delete from fileset_image where fileset_id = ?", fileset.id());
    }

    /**
     * Takes a fileset for conversion; empty when there is nothing left to do for that input. One that is converting already was left by
     * a process that died.
     */
    Optional<Fileset> claim(String id, String inputDigest) {
        return database.find("""
                update fileset set interruptions = case state when 'converting' then interruptions + 1 else interruptions end,
                       state = 'converting', attempt = attempt + 1, updated_at = ?
                 where id = ? and input_digest = ? and state in ('uploaded', 'converting') returning *
                """, this::fileset, clock.instant(), id, inputDigest);
    }

    /** Gives a claim back after a failure of which the process knows: it was not interrupted. */
    void giveBack(Fileset claimed) {
        database.update(
                "update fileset set state = 'uploaded' where id = ? and attempt = ? and state = 'converting'",
                claimed.id(),
                claimed.attempt());
    }

    /** Notes that a claim gave an image: interruptions before it say nothing. */
    void advance(Fileset claimed) {
        database.update(
                "update fileset set interruptions = 0 where id = ? and attempt = ?", claimed.id(), claimed.attempt());
    }

    /** Whether a claim still holds; keeps other attempts out until the transaction ends. */
    boolean holds(Fileset claimed) {
        return database.find(
                        "select 1 as one from fileset where id = ? and attempt = ? and state = 'converting' for update",
                        row -> row.integer("one"),
                        claimed.id(),
                        claimed.attempt())
                .isPresent();
    }

    /** Notes that all images are there; false when another attempt has taken over. */
    boolean complete(Fileset claimed) {
        return database.update("""
                        update fileset set state = 'converted', reason = null, updated_at = ?
                         where id = ? and attempt = ? and state = 'converting'
                        """, clock.instant(), claimed.id(), claimed.attempt()) > 0;
    }

    /** Says why a fileset without an attempt is refused. */
    void explain(Fileset fileset, String reason) {
        database.update("update fileset set reason = ? where id = ?", reason, fileset.id());
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
                row.longInteger("attempt"),
                row.integer("interruptions"));
    }
}
