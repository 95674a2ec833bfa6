package org.vitrail.node.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.node.database.Row;
import org.vitrail.schema.dataset.DatasetDescription;

/** Deposits in the database. */
@ApplicationScoped
public class DepositStore {
    private static final int LISTED = 500;
    private final Database database;
    private final JsonColumns json;
    private final Clock clock;

    DepositStore(Database database, JsonColumns json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void insertDataset(String accession, String ownerSubject) {
        database.update(
                "insert into dataset (accession, owner_subject, state, created_at) values (?, ?, 'draft', ?)",
                accession,
                ownerSubject,
                clock.instant());
    }

    /** Adds a draft; its data set must exist. */
    public void insert(
            String id,
            String accession,
            int version,
            String ownerSubject,
            String ownerName,
            DatasetDescription description) {
        Instant now = clock.instant();
        database.update("""
                insert into deposit (id, accession, version, owner_subject, owner_name, state, description, revision,
                                     created_at, updated_at)
                values (?, ?, ?, ?, ?, 'draft', ?::jsonb, 1, ?, ?)
                """, id, accession, version, ownerSubject, ownerName, json.write(description), now, now);
    }

    /** One deposit, whoever's. */
    public Optional<Deposit> find(String id) {
        return database.find("select * from deposit where id = ?", this::deposit, id);
    }

    /** One deposit, locked until the transaction ends. */
    public Optional<Deposit> findLocked(String id) {
        return database.find("select * from deposit where id = ? for update", this::deposit, id);
    }

    /** A data set's deposit that is not published yet, if there is one. */
    public Optional<Deposit> findOpen(String accession) {
        return database.find(
                "select * from deposit where accession = ? and state <> 'published'", this::deposit, accession);
    }

    /** The deposit that made a version. */
    public Optional<Deposit> findOfVersion(String accession, int version) {
        return database.find(
                "select * from deposit where accession = ? and version = ?", this::deposit, accession, version);
    }

    List<Deposit> listOfOwner(String ownerSubject) {
        return database.list(
                "select * from deposit where owner_subject = ? order by updated_at desc limit " + LISTED,
                this::deposit,
                ownerSubject);
    }

    List<Deposit> listInState(DepositState state) {
        return database.list(
                "select * from deposit where state = ? order by updated_at limit " + LISTED,
                this::deposit,
                state.word());
    }

    void replaceDescription(String id, DatasetDescription description) {
        database.update(
                "update deposit set description = ?::jsonb, revision = revision + 1, updated_at = ? where id = ?",
                json.write(description),
                clock.instant(),
                id);
    }

    /** Moves a deposit on, and forgets why it was returned before. */
    public void enter(String id, DepositState state) {
        Instant now = clock.instant();
        database.update("""
                update deposit set state = ?, return_reason = null, updated_at = ?,
                       submitted_at = case when ? = 'submitted' then ? else submitted_at end,
                       accepted_at = case when ? = 'accepted' then ? else accepted_at end
                 where id = ?
                """, state.word(), now, state.word(), now, state.word(), now, id);
    }

    /** Makes a submitted deposit a draft again, with the reason; does nothing in any other state. */
    public boolean giveBack(String id, String reason) {
        return database.update("""
                        update deposit set state = 'draft', return_reason = ?, updated_at = ?
                         where id = ? and state = 'submitted'
                        """, reason, clock.instant(), id) > 0;
    }

    private Deposit deposit(Row row) throws SQLException {
        return new Deposit(
                row.text("id"),
                row.text("accession"),
                row.integer("version"),
                row.text("owner_subject"),
                row.text("owner_name"),
                DepositState.ofWord(row.text("state")),
                row.text("return_reason"),
                json.read(row.text("description"), DatasetDescription.class),
                row.longInteger("revision"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.instant("submitted_at"),
                row.instant("accepted_at"));
    }
}
