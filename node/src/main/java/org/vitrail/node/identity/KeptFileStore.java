package org.vitrail.node.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.database.Database;

/** What is kept of received files, in the database. */
@ApplicationScoped
class KeptFileStore {
    private final Database database;

    KeptFileStore(Database database) {
        this.database = database;
    }

    /** A copy is kept in the place of what was received. */
    void markReplaced(String fileId, String sha256, long sizeBytes) {
        database.update("""
                update received_file set received_sha256 = coalesce(received_sha256, sha256), sha256 = ?, size_bytes = ?
                 where file_id = ? and state = 'stored'
                """, sha256, sizeBytes, fileId);
    }

    /** Nothing is kept. */
    void markNotKept(String fileId) {
        database.update("""
                update received_file set received_sha256 = coalesce(received_sha256, sha256), state = 'not-kept'
                 where file_id = ? and state = 'stored'
                """, fileId);
    }
}
