package org.vitrail.gateway.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.gateway.database.Database;
import org.vitrail.gateway.registry.Repository;

/** The table of checkpoints. */
@ApplicationScoped
class CheckpointStore {
    private final Database database;

    CheckpointStore(Database database) {
        this.database = database;
    }

    RepositoryCheckpoint get(String node, Repository repository) {
        return database.find(
                        "select * from checkpoint where node = ? and repository = ?",
                        row -> new RepositoryCheckpoint(
                                row.instant("complete"),
                                row.text("token"),
                                row.instant("token_start"),
                                row.instant("token_from"),
                                row.instant("sweep_start")),
                        node,
                        repository.word())
                .orElseGet(RepositoryCheckpoint::none);
    }

    void save(String node, Repository repository, RepositoryCheckpoint checkpoint) {
        database.update(
                """
                insert into checkpoint (node, repository, complete, token, token_start, token_from, sweep_start)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (node, repository) do update set complete = excluded.complete, token = excluded.token,
                    token_start = excluded.token_start, token_from = excluded.token_from, sweep_start = excluded.sweep_start
                """,
                node,
                repository.word(),
                checkpoint.complete(),
                checkpoint.token(),
                checkpoint.tokenStart(),
                checkpoint.tokenFrom(),
                checkpoint.sweepStart());
    }
}
