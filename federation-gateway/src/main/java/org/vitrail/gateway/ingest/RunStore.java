package org.vitrail.gateway.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrail.gateway.database.Database;
import org.vitrail.gateway.database.Row;
import org.vitrail.schema.dataset.SchemaJson;

/** The table of runs. */
@ApplicationScoped
class RunStore {
    private static final int KEPT_PER_NODE = 1_000;

    private final Database database;
    private final Clock clock;
    private final ObjectMapper json = SchemaJson.mapper();

    RunStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Begins a run; one that was still running can only have been cut off. */
    long begin(String node, String trigger) {
        Instant now = clock.instant();
        database.update(
                "update harvest_run set outcome = 'abandoned', finished = ? where node = ? and outcome = 'running'",
                now,
                node);
        return database.find(
                        "insert into harvest_run (node, trigger, started, outcome) values (?, ?, ?, 'running') returning id",
                        row -> row.longInteger("id"),
                        node,
                        trigger,
                        now)
                .orElseThrow();
    }

    void finish(long id, String node, RunReport report) {
        database.update(
                "update harvest_run set finished = ?, outcome = ?, report = ?::jsonb where id = ?",
                clock.instant(),
                report.isComplete() ? "complete" : "incomplete",
                write(report),
                id);
        database.update("""
                delete from harvest_run where node = ? and id <=
                    (select id from harvest_run where node = ? order by id desc offset ? limit 1)
                """, node, node, KEPT_PER_NODE);
    }

    /** The newest first. */
    List<HarvestRun> list(String node, int limit) {
        return database.list(
                "select * from harvest_run where node = ? order by id desc limit ?", this::read, node, limit);
    }

    Optional<HarvestRun> findLast(String node) {
        return list(node, 1).stream().findFirst();
    }

    private HarvestRun read(Row row) throws SQLException {
        String report = row.text("report");
        return new HarvestRun(
                row.longInteger("id"),
                row.text("node"),
                row.text("trigger"),
                row.instant("started"),
                row.instant("finished"),
                row.text("outcome"),
                report == null ? null : parse(report));
    }

    private String write(RunReport report) {
        try {
            return json.writeValueAsString(report).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A report could not be written as JSON.", e);
        }
    }

    private RunReport parse(String report) {
        try {
            return json.readValue(report, RunReport.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A stored report cannot be read.", e);
        }
    }
}
