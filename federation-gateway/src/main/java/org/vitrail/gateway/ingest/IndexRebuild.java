package org.vitrail.gateway.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.vitrail.gateway.database.RunLock;
import org.vitrail.gateway.index.EngineUnavailable;
import org.vitrail.gateway.index.IndexAliases;
import org.vitrail.gateway.index.IndexWriter;
import org.vitrail.gateway.index.IndexedDocument;
import org.vitrail.gateway.index.RecordParser;
import org.vitrail.gateway.index.UnindexableRecord;
import org.vitrail.gateway.registry.Repository;

/**
 * Fills a new index from the harvested records and lets the alias lead to it when it is whole: searches never see a gap.
 * Harvests go on meanwhile; what they bring waits.
 */
@ApplicationScoped
public class IndexRebuild {
    private static final Logger LOG = Logger.getLogger(IndexRebuild.class);
    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RecordStore records;
    private final RecordParser parser;
    private final IndexWriter writer;
    private final IndexAliases aliases;
    private final RunLock locks;
    /** So that two nodes' runs do not both fill the index that both find missing. */
    private final ReentrantLock one = new ReentrantLock();

    IndexRebuild(RecordStore records, RecordParser parser, IndexWriter writer, IndexAliases aliases, RunLock locks) {
        this.records = records;
        this.parser = parser;
        this.writer = writer;
        this.aliases = aliases;
        this.locks = locks;
    }

    /**
     * Fills those indices that are missing or have another mapping than the shipped one.
     *
     * @throws EngineUnavailable when the engine is away; what was begun is removed or left unused
     */
    void whereNeeded() {
        one.lock();
        try {
            for (Repository repository : Repository.values()) {
                if (!aliases.isCurrent(repository)) {
                    fill(repository, true);
                }
            }
        } finally {
            one.unlock();
        }
    }

    /**
     * Fills both indices anew.
     *
     * @throws EngineUnavailable as for a missing index
     */
    public void everything() {
        one.lock();
        try {
            for (Repository repository : Repository.values()) {
                fill(repository, false);
            }
        } finally {
            one.unlock();
        }
    }

    private void fill(Repository repository, boolean unlessCurrent) {
        RunLock.Held lock = locks.await(() -> locks.tryAlone(IndexFeed.LOCK), PATIENCE)
                .orElseThrow(() -> new EngineUnavailable("Filling a new index while another is being written", null));
        try (RunLock.Held held = lock) {
            if (unlessCurrent && aliases.isCurrent(repository)) {
                return;
            }
            long begin = System.nanoTime();
            String index = aliases.create(repository);
            long documents = copy(repository, index);
            aliases.refresh(index);
            aliases.swap(repository, index);
            LOG.infof(
                    "Index %s filled with %d documents in %.1f s.",
                    index, documents, (System.nanoTime() - begin) / 1e9);
        }
    }

    private long copy(Repository repository, String index) {
        long documents = 0;
        List<StoredRecord> batch = records.listShown(repository, "", BATCH);
        while (!batch.isEmpty()) {
            documents += write(batch, index);
            batch = records.listShown(repository, batch.getLast().identifier(), BATCH);
        }
        return documents;
    }

    private long write(List<StoredRecord> batch, String index) {
        Map<String, String> failures = new HashMap<>();
        List<IndexedDocument> documents = new ArrayList<>();
        for (StoredRecord stored : batch) {
            try {
                documents.add(parser.document(
                        stored.identifier(), stored.node(), stored.repository(), stored.xml(), stored.version()));
            } catch (UnindexableRecord e) {
                failures.put(stored.identifier(), e.getMessage());
            }
        }
        failures.putAll(writer.write(documents, new IndexWriter.Target(any -> index, false)));
        records.noteFailures(batch, failures);
        return documents.size();
    }
}
