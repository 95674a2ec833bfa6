package org.vitrail.gateway.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.vitrail.gateway.database.Database;

/** The table of nodes. */
@ApplicationScoped
class NodeStore {
    private final Database database;

    NodeStore(Database database) {
        this.database = database;
    }

    /** Writes a node as configured; true when it is new or one of its addresses changed. */
    boolean save(RegisteredNode node, Instant now) {
        String base = node.baseUrl().toString();
        String oai = node.oai().toString();
        String images = node.oaiImages().toString();
        boolean same = database.find(
                        "select 1 as one from node where name = ? and configured and base_url = ? and oai = ? and oai_images = ?",
                        row -> row.integer("one"),
                        node.name(),
                        base,
                        oai,
                        images)
                .isPresent();
        database.update("""
                insert into node (name, title, base_url, oai, oai_images, configured, changed)
                values (?, ?, ?, ?, ?, true, ?)
                on conflict (name) do update set title = excluded.title, base_url = excluded.base_url, oai = excluded.oai,
                    oai_images = excluded.oai_images, configured = true,
                    changed = case when ? then node.changed else excluded.changed end
                """, node.name(), node.title(), base, oai, images, now, same);
        return !same;
    }

    /** What is known of a node's repositories no longer holds: the next harvest reads them whole. */
    void forgetCheckpoints(String node) {
        database.update("delete from checkpoint where node = ?", node);
    }

    /** Names that were configured before and are not among these any more. */
    List<String> retireAllBut(List<String> names) {
        List<String> gone = database.list("select name from node where configured", row -> row.text("name")).stream()
                .filter(name -> !names.contains(name))
                .toList();
        for (String name : gone) {
            database.update("update node set configured = false where name = ?", name);
            database.update("update harvested_record set indexed = false where node = ?", name);
        }
        return gone;
    }

    /** A node that came back: what was taken out of the index for it has to be put in again. */
    void showAgain(String node) {
        database.update("update harvested_record set indexed = false where node = ?", node);
    }
}
