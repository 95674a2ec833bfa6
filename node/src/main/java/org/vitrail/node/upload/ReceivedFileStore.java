package org.vitrail.node.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.Row;

/** Received files in the database. */
@ApplicationScoped
class ReceivedFileStore {
    private final Database database;
    private final Clock clock;

    ReceivedFileStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<ReceivedFile> find(String depositId, String fileId) {
        return database.find(
                "select * from received_file where deposit_id = ? and file_id = ?", this::file, depositId, fileId);
    }

    Optional<ReceivedFile> findByPath(String depositId, String path) {
        return database.find(
                "select * from received_file where deposit_id = ? and path = ?", this::file, depositId, path);
    }

    void insert(ReceivedFile file) {
        database.update(
                """
                insert into received_file (file_id, accession, deposit_id, path, size_bytes, declared_sha256, object_key,
                                           upload_id, part_size_bytes, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'uploading', ?)
                """,
                file.fileId(),
                file.accession(),
                file.depositId(),
                file.path(),
                file.sizeBytes(),
                file.declaredSha256(),
                file.objectKey(),
                file.uploadId(),
                file.partSizeBytes(),
                clock.instant());
    }

    void markStored(String fileId, String sha256) {
        database.update(
                "update received_file set state = 'stored', sha256 = ?, upload_id = null where file_id = ?",
                sha256,
                fileId);
    }

    void delete(String fileId) {
        database.update("delete from received_file where file_id = ?", fileId);
    }

    private ReceivedFile file(Row row) throws SQLException {
        return new ReceivedFile(
                row.text("file_id"),
                row.text("accession"),
                row.text("deposit_id"),
                row.text("path"),
                row.longInteger("size_bytes"),
                row.text("declared_sha256"),
                row.text("sha256"),
                row.text("object_key"),
                row.text("upload_id"),
                row.longInteger("part_size_bytes"),
                "stored".equals(row.text("state")));
    }
}
