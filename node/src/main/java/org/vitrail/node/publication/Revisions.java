package org.vitrail.node.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.deposit.SubmissionCheck;
import org.vitrail.node.problem.FaultyDescription;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.publication.PublishedStore.StoredVersion;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.FaultCode;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.SchemaJson;

/** Corrects the description of a published data set's latest version; its images and files stay what they are. */
@ApplicationScoped
class Revisions {
    private final Database database;
    private final DatasetRights rights;
    private final DatasetStore datasets;
    private final PublishedStore published;
    private final VersionStore versions;
    private final DepositStore deposits;
    private final SubmissionCheck check;
    private final ResolvedTerms terms;
    private final PublishedRecords records;
    private final MetadataFiles files;
    private final ChangeLog changes;
    private final Chronicle chronicle;
    private final Registrations registrations;
    private final AuditLog audit;
    private final CurrentUser user;
    private final GatewayPing gateway;
    private final Clock clock;
    private final ObjectMapper json = SchemaJson.mapper();

    Revisions(
            Database database,
            DatasetRights rights,
            DatasetStore datasets,
            PublishedStore published,
            VersionStore versions,
            DepositStore deposits,
            SubmissionCheck check,
            ResolvedTerms terms,
            PublishedRecords records,
            MetadataFiles files,
            ChangeLog changes,
            Chronicle chronicle,
            Registrations registrations,
            AuditLog audit,
            CurrentUser user,
            GatewayPing gateway,
            Clock clock) {
        this.database = database;
        this.rights = rights;
        this.datasets = datasets;
        this.published = published;
        this.versions = versions;
        this.deposits = deposits;
        this.check = check;
        this.terms = terms;
        this.records = records;
        this.files = files;
        this.changes = changes;
        this.chronicle = chronicle;
        this.registrations = registrations;
        this.audit = audit;
        this.user = user;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Applies a merge patch (RFC 7396) to the description and publishes the result as a new metadata revision.
     *
     * @throws NodeProblem invalid-description with every fault; nothing is changed then
     */
    PublishedDataset revise(String accession, byte[] patch) {
        JsonNode parsed = parse(patch);
        PublishedDataset revised = database.inTransaction(() -> {
            rights.getChangeable(accession);
            StoredVersion latest = published.findLatest(accession).orElseThrow();
            DatasetDescription corrected = checked(latest, parsed);
            return publish(latest, terms.published(corrected), new Cause(user.subject(), "revised"));
        });
        gateway.send();
        return revised;
    }

    /** Makes an embargoed data set open, by the node itself; does nothing if it is not embargoed any more, or for longer. */
    void liftEmbargo(String accession, LocalDate today) {
        database.inTransaction(() -> {
            datasets.findLocked(accession).orElseThrow();
            published
                    .findLatest(accession)
                    .filter(latest -> isDue(latest.description(), today))
                    .ifPresent(latest -> {
                        JsonNode open = json.createObjectNode()
                                .put("access", Access.OPEN.word())
                                .putNull("embargoUntil");
                        DatasetDescription opened =
                                read(MergePatch.apply(json.valueToTree(latest.description()), open));
                        publish(latest, opened, new Cause("node", "embargo lifted"));
                    });
        });
        gateway.send();
    }

    /** Asked again under the lock: the owner may have prolonged the embargo since it was found due. */
    private boolean isDue(DatasetDescription described, LocalDate today) {
        return described.access() == Access.EMBARGOED
                && !described.embargoUntil().isAfter(today);
    }

    /** Who changes, and as what the history knows it. */
    private record Cause(String subject, String event) {}

    private PublishedDataset publish(StoredVersion latest, DatasetDescription description, Cause cause) {
        String accession = latest.accession();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int revision = versions.nextRevision(accession);
        versions.revise(accession, latest.version(), description, revision, now);
        PublishedDataset dataset = records.findDataset(accession).orElseThrow();
        files.writeRevision(dataset, description, revision);
        registrations.revised(latest);
        audit.record(cause.subject(), cause.event(), accession, "metadata revision " + revision);
        Instant datestamp = changes.changed(accession);
        chronicle.note(
                accession,
                cause.event(),
                Map.of(
                        "version", latest.version(),
                        "metadataRevision", revision,
                        "oaiDatestamp", datestamp.toString()));
        return dataset;
    }

    private DatasetDescription checked(StoredVersion latest, JsonNode patch) {
        JsonNode patched = MergePatch.apply(json.valueToTree(latest.description()), patch);
        DatasetDescription corrected = read(patched);
        int sets = latest.description().imageSets().size();
        if (corrected.imageSets().size() != sets) {
            throw FaultyDescription.notRevised(List.of(Fault.of("imageSets", FaultCode.IMAGE_SETS_CHANGED, sets)));
        }
        DatasetDescription deposited = deposits.findOfVersion(latest.accession(), latest.version())
                .orElseThrow()
                .description();
        List<Fault> faults = new ArrayList<>(check.faults(VersionDescription.withImages(corrected, deposited)));
        // What was accepted once, such as a term that has become obsolete since, holds up no other correction.
        faults.removeAll(check.faults(VersionDescription.withImages(latest.description(), deposited)));
        if (!faults.isEmpty()) {
            throw FaultyDescription.notRevised(faults);
        }
        return corrected;
    }

    private JsonNode parse(byte[] patch) {
        try {
            JsonNode parsed = json.readTree(patch == null ? new byte[0] : patch);
            if (parsed == null || !parsed.isObject() || parsed.isEmpty()) {
                throw NodeProblem.invalidRequest("Send the fields to change as a JSON object (RFC 7396).");
            }
            return parsed;
        } catch (JsonProcessingException e) {
            throw NodeProblem.invalidRequest("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private DatasetDescription read(JsonNode patched) {
        try {
            return DescriptionReader.readJson(json.writeValueAsBytes(patched));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree without JSON", e);
        }
    }
}
