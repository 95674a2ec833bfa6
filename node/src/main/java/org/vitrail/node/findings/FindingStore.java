package org.vitrail.node.findings;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.Row;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.schema.dataset.Accession;

/** Findings and decisions in the database. Inherited files are the matter of the version that brought them. */
@ApplicationScoped
class FindingStore {
    private final Database database;
    private final SecureRandom random;
    private final Clock clock;

    FindingStore(Database database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /** Notes what was found in files, by their ids; the same again keeps its id, what is no longer found goes. */
    void replace(Map<String, List<IdentityFinding>> found) {
        List<Object[]> rows = new ArrayList<>();
        found.forEach((fileId, findings) -> findings.forEach(finding -> rows.add(row(fileId, finding))));
        database.updateAll("""
                insert into finding (id, file_id, kind, place, reason, treatment) values (?, ?, ?, ?, ?, ?)
                on conflict (file_id, kind, place, treatment) do update set reason = excluded.reason
                """, rows);
        found.forEach(this::forgetOthers);
    }

    private Object[] row(String fileId, IdentityFinding finding) {
        return new Object[] {
            Accession.mint(random),
            fileId,
            finding.kind().name(),
            finding.where(),
            finding.reason(),
            finding.treatment().name()
        };
    }

    private void forgetOthers(String fileId, List<IdentityFinding> found) {
        database.update(
                """
                delete from finding f where file_id = ? and not exists (
                       select 1 from unnest(?::text[], ?::text[], ?::text[]) as now (kind, place, treatment)
                        where now.kind = f.kind and now.place = f.place and now.treatment = f.treatment)
                """,
                fileId,
                found.stream().map(finding -> finding.kind().name()).toList(),
                found.stream().map(IdentityFinding::where).toList(),
                found.stream().map(finding -> finding.treatment().name()).toList());
        database.update("update received_file set inspected_at = ? where file_id = ?", clock.instant(), fileId);
    }

    /** By file and place. */
    List<StoredFinding> list(String depositId) {
        return database.list("""
                select f.*, r.path from finding f join received_file r using (file_id)
                 where r.deposit_id = ? order by r.path, f.treatment, f.place, f.kind, f.id
                """, this::finding, depositId);
    }

    /** Ids of the files that came with a deposit, in the order of the ids. */
    List<String> fileIds(String depositId) {
        return database.list(
                "select file_id from received_file where deposit_id = ? order by file_id",
                row -> row.text("file_id"),
                depositId);
    }

    /** Stored files that have not been looked through yet. */
    List<String> listUninspected(String depositId) {
        return database.list(
                "select file_id from received_file where deposit_id = ? and state = 'stored' and inspected_at is null",
                row -> row.text("file_id"),
                depositId);
    }

    /** Files that are still kept as they arrived, although something has to be removed from them. */
    List<String> listRevealing(String depositId) {
        return database.list("""
                select file_id from received_file r
                 where deposit_id = ? and state = 'stored' and received_sha256 is null
                   and exists (select 1 from finding f where f.file_id = r.file_id and f.treatment = 'REMOVED')
                """, row -> row.text("file_id"), depositId);
    }

    /** The newest decision, whether it still counts or not. */
    Optional<Decision> findDecision(String depositId) {
        return database.find(
                "select * from finding_decision where deposit_id = ? order by id desc limit 1",
                this::decision,
                depositId);
    }

    void insert(String depositId, Decision decision, String subject) {
        database.update(
                """
                insert into finding_decision (deposit_id, decision, reason, acknowledged, covers, decided_by,
                                              decided_by_name, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                depositId,
                decision.choice().word(),
                decision.reason(),
                decision.acknowledged(),
                decision.covers(),
                subject,
                decision.decidedBy(),
                decision.decidedAt());
    }

    private StoredFinding finding(Row row) throws SQLException {
        return new StoredFinding(
                row.text("id"),
                row.text("file_id"),
                row.text("path"),
                Kind.valueOf(row.text("kind")),
                row.text("place"),
                row.text("reason"),
                Treatment.valueOf(row.text("treatment")));
    }

    private Decision decision(Row row) throws SQLException {
        return new Decision(
                Decision.Choice.find(row.text("decision")).orElseThrow(),
                row.text("reason"),
                row.texts("acknowledged"),
                row.text("covers"),
                row.text("decided_by_name"),
                row.instant("decided_at"));
    }
}
