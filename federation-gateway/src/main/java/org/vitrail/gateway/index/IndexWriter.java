package org.vitrail.gateway.index;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vitrail.gateway.registry.Repository;

/** Writes documents in bulk, each with the version of its record (external versioning). */
@ApplicationScoped
public class IndexWriter {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    private final Engine engine;

    /**
     * Where to write.
     *
     * @param alias whether the names are those of aliases; a missing one is then never made into an index by mistake
     */
    public record Target(Function<Repository, String> nameOf, boolean alias) {}

    IndexWriter(Engine engine) {
        this.engine = engine;
    }

    /**
     * Writes all or, when the engine is not there, an unknown part of them; writing them again is harmless.
     *
     * @param target where to write
     * @return the reasons of those that the engine will never take, by identifier; empty when all is well
     * @throws EngineUnavailable when it has to be tried again
     */
    public Map<String, String> write(List<IndexedDocument> documents, Target target) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        BulkRequest.Builder bulk = new BulkRequest.Builder().requireAlias(target.alias());
        documents.forEach(document -> add(bulk, document, target.nameOf().apply(document.repository())));
        BulkResponse response = engine.call("Writing to the index", client -> client.bulk(bulk.build()));
        Map<String, String> refused = new HashMap<>();
        for (BulkResponseItem item : response.items()) {
            if (mayWorkLater(item)) {
                throw new EngineUnavailable("Writing " + item.id() + " to the index", null);
            }
            if (item.status() >= CLIENT_ERROR && item.status() != CONFLICT && !isAbsent(item)) {
                refused.put(item.id(), "The search engine refuses the record: " + reason(item));
            }
        }
        return refused;
    }

    /** An index that is missing counts too: it is filled anew before the next try. */
    private static boolean mayWorkLater(BulkResponseItem item) {
        return item.status() == TOO_MANY_REQUESTS
                || item.status() >= SERVER_ERROR
                || item.status() == NOT_FOUND && !isAbsent(item);
    }

    /** What had to be removed was not there. */
    private static boolean isAbsent(BulkResponseItem item) {
        return item.status() == NOT_FOUND && item.error() == null && item.operationType() == OperationType.Delete;
    }

    private static void add(BulkRequest.Builder bulk, IndexedDocument document, String index) {
        if (document.isRemoval()) {
            bulk.operations(o -> o.delete(d -> d.index(index)
                    .id(document.identifier())
                    .version(document.version())
                    .versionType(VersionType.External)));
        } else {
            bulk.operations(o -> o.index(i -> i.index(index)
                    .id(document.identifier())
                    .version(document.version())
                    .versionType(VersionType.External)
                    .document(document.content())));
        }
    }

    private static String reason(BulkResponseItem item) {
        return item.error() == null ? "status " + item.status() : item.error().reason();
    }
}
