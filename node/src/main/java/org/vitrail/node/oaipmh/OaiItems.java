package org.vitrail.node.oaipmh;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.Row;

/** The change log that both repositories list; publication writes it. */
@ApplicationScoped
class OaiItems {
    private static final String COLUMNS = "identifier, accession, image_id, sequence, datestamp, deleted,"
            + " array_to_string(sets, ' ') as set_specs";

    private final Database database;

    OaiItems(Database database) {
        this.database = database;
    }

    /**
     * The next items of a list in the order of their changes; the cost does not grow with the position.
     *
     * @param limit most items to return
     */
    List<OaiItem> list(ListPosition position, int limit) {
        StringBuilder statement = new StringBuilder("select ")
                .append(COLUMNS)
                .append(" from oai_item where repository = ? and sequence > ? and sequence <= ?");
        List<Object> parameters = new ArrayList<>(
                List.of(position.repository().key(), position.afterSequence(), position.lastSequence()));
        DateRange dates = position.dates();
        if (dates.from() != null) {
            statement.append(" and datestamp >= ?");
            parameters.add(dates.from());
        }
        if (dates.before() != null) {
            statement.append(" and datestamp < ?");
            parameters.add(dates.before());
        }
        // A set with a colon has none below it, and is found by the index alone.
        if (position.set() != null && position.set().contains(":")) {
            statement.append(" and sets @> ?");
            parameters.add(List.of(position.set()));
        } else if (position.set() != null) {
            statement.append(" and (sets @> ? or exists (select 1 from unnest(sets) s where starts_with(s, ?)))");
            parameters.add(List.of(position.set()));
            parameters.add(position.set() + ":");
        }
        statement.append(" order by sequence limit ?");
        parameters.add(limit);
        return database.list(statement.toString(), OaiItems::read, parameters.toArray());
    }

    /**
     * Number of the newest change; 0 in an empty repository. It waits for publications under way, so that no change with a
     * smaller number can be committed after the answer.
     */
    long findLastSequence(OaiRepository repository) {
        return database.inTransaction(() -> {
            database.list("select 1 from (select pg_advisory_xact_lock_shared(7001)) held", row -> 1);
            return database.find(
                            "select coalesce(max(sequence), 0) as last from oai_item where repository = ?",
                            row -> row.longInteger("last"),
                            repository.key())
                    .orElse(0L);
        });
    }

    Optional<OaiItem> find(OaiRepository repository, String localName) {
        return database.find(
                "select " + COLUMNS + " from oai_item where repository = ? and identifier = ?",
                OaiItems::read,
                repository.key(),
                localName);
    }

    /** The sets that items are in, deleted items included, in alphabetical order; without the parents that they imply. */
    List<String> listSets(OaiRepository repository) {
        return database.list(
                "select distinct unnest(sets) as set_spec from oai_item where repository = ? order by 1",
                row -> row.text("set_spec"),
                repository.key());
    }

    /** Datestamp of the change that was the first; empty in an empty repository. */
    Optional<Instant> findEarliestDatestamp(OaiRepository repository) {
        return database.find(
                "select datestamp from oai_item where repository = ? order by datestamp limit 1",
                row -> row.instant("datestamp"),
                repository.key());
    }

    private static OaiItem read(Row row) throws SQLException {
        String sets = row.text("set_specs");
        return new OaiItem(
                row.text("identifier"),
                row.text("accession"),
                row.text("image_id"),
                row.longInteger("sequence"),
                row.instant("datestamp"),
                row.flag("deleted"),
                sets.isEmpty() ? List.of() : List.of(sets.split(" ")));
    }
}
