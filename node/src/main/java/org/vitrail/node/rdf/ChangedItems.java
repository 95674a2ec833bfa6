package org.vitrail.node.rdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vitrail.node.database.Database;

/** The change log of publication, data sets and images in one order. */
@ApplicationScoped
class ChangedItems {
    private static final String PART =
            "(select sequence, accession, image_id, deleted from oai_item where repository = '%s' and sequence > ?"
                    + " order by sequence limit ?)";
    private static final String NEXT =
            PART.formatted("datasets") + " union all " + PART.formatted("images") + " order by sequence limit ?";

    private final Database database;

    ChangedItems(Database database) {
        this.database = database;
    }

    /**
     * The next changes; each thing stands at its newest change only. Sequences are given under a lock that is held until
     * commit (see the change log), so nothing can appear behind what was read.
     */
    List<ChangedItem> after(long sequence, int limit) {
        return database.list(
                NEXT,
                row -> new ChangedItem(
                        row.longInteger("sequence"), row.text("accession"), row.text("image_id"), row.flag("deleted")),
                sequence,
                limit,
                sequence,
                limit,
                limit);
    }

    /** The last sequence that was given; 0 before the first change. Never falls, whatever is deleted. */
    long lastGiven() {
        return database.find(
                        "select case when is_called then last_value else 0 end as last from oai_sequence",
                        row -> row.longInteger("last"))
                .orElseThrow();
    }

    /** The newest change; 0 where there is none. */
    long newest() {
        return database.find(
                        "select coalesce(max(sequence), 0) as newest from oai_item", row -> row.longInteger("newest"))
                .orElseThrow();
    }
}
