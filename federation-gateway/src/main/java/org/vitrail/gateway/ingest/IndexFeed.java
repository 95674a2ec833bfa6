package org.vitrail.gateway.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.gateway.database.RunLock;
import org.vitrail.gateway.index.EngineRefused;
import org.vitrail.gateway.index.EngineUnavailable;
import org.vitrail.gateway.index.IndexAliases;
import org.vitrail.gateway.index.IndexWriter;
import org.vitrail.gateway.index.IndexedDocument;
import org.vitrail.gateway.index.RecordParser;
import org.vitrail.gateway.index.UnindexableRecord;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.Repository;

/**
 * Brings the index up to what was harvested. What it cannot bring over now waits in the database for the next time.
 *
 * <p>A record that can no longer be read leaves the index: its node may have closed what the older version showed.
 */
@ApplicationScoped
class IndexFeed {
    /** Held together by those who write to the index, alone by whoever fills a new one. */
    static final String LOCK = "index";

    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RecordStore records;
    private final RecordParser parser;
    private final IndexWriter writer;
    private final IndexAliases aliases;
    private final IndexRebuild rebuild;
    private final NodeRegistry registry;
    private final RunLock locks;

    IndexFeed(
            RecordStore records,
            RecordParser parser,
            IndexWriter writer,
            IndexAliases aliases,
            IndexRebuild rebuild,
            NodeRegistry registry,
            RunLock locks) {
        this.records = records;
        this.parser = parser;
        this.writer = writer;
        this.aliases = aliases;
        this.rebuild = rebuild;
        this.registry = registry;
        this.locks = locks;
    }

    /** Writes what waits of a node; an engine that is away is in the report, not thrown. */
    IndexReport feed(String node) {
        IndexTally tally = new IndexTally();
        try {
            rebuild.whereNeeded();
            Optional<RunLock.Held> lock = locks.await(() -> locks.tryShared(LOCK), PATIENCE);
            if (lock.isEmpty()) {
                return tally.waiting("A new index is being filled; records wait for the next run.");
            }
            try (RunLock.Held held = lock.get()) {
                writeAll(node, tally);
            }
            return tally.complete();
        } catch (EngineUnavailable | EngineRefused e) {
            return tally.waiting(e.getMessage() + " Records are kept and wait for the next run.");
        }
    }

    private void writeAll(String node, IndexTally tally) {
        List<StoredRecord> batch = records.listWaiting(node, "", BATCH);
        boolean any = !batch.isEmpty();
        while (!batch.isEmpty()) {
            tally.add(batch, write(batch));
            batch = records.listWaiting(node, batch.getLast().identifier(), BATCH);
        }
        if (any) {
            for (Repository repository : Repository.values()) {
                aliases.refresh(aliases.alias(repository));
            }
        }
    }

    private Map<String, String> write(List<StoredRecord> batch) {
        Map<String, String> failures = new HashMap<>();
        List<IndexedDocument> documents = new ArrayList<>();
        for (StoredRecord stored : batch) {
            documents.add(document(stored, failures));
        }
        failures.putAll(writer.write(documents, new IndexWriter.Target(aliases::alias, true)));
        records.markIndexed(batch, failures);
        return failures;
    }

    private IndexedDocument document(StoredRecord stored, Map<String, String> failures) {
        if (!stored.deleted() && registry.isConfigured(stored.node())) {
            try {
                return parser.document(
                        stored.identifier(), stored.node(), stored.repository(), stored.xml(), stored.version());
            } catch (UnindexableRecord e) {
                failures.put(stored.identifier(), e.getMessage());
            }
        }
        return IndexedDocument.removed(stored.identifier(), stored.repository(), stored.version());
    }
}
