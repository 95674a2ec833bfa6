package org.vitrail.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.node.database.Database;
import org.vitrail.schema.dataset.Accession;

/** Published data sets made by SQL, as publication leaves them. */
@ApplicationScoped
public class PublishedSamples {
    public static final String OWNER = "owner-subject";
    private final Database database;
    private final SecureRandom random = new SecureRandom();

    PublishedSamples(Database database) {
        this.database = database;
    }

    /** A data set and the ids of its images. */
    public record Sample(String accession, List<String> images) {
        public String lead() {
            return images.getFirst();
        }
    }

    public String description(String title, String access) {
        return """
                {"title": "%s", "description": "One optical section of a maize stem, stained, for counting cells in tissue.",
                 "creators": [{"name": "Family, Given", "orcid": "0000-0002-1825-0097", "affiliation": "Institute of examples"},
                              {"organization": "Plant imaging platform"}],
                 "license": "CC-BY-4.0", "organisms": [{"id": "NCBITaxon:4577", "label": "Zea mays"}],
                 "imagingMethods": [{"id": "FBbi:00000251", "label": "confocal microscopy"}], "keywords": ["stem"],
                 "access": %s, "imageSets": [{"name": "stem section"}]}
                """.formatted(title, access);
    }

    public Sample publish(String title, int images) {
        return publish(title, images, "\"open\"");
    }

    /** @param access JSON of the access, and of further members where a date is needed */
    public Sample publish(String title, int images, String access) {
        String accession = Accession.mint(random);
        database.update(
                "insert into dataset (accession, owner_subject, state, latest_version, concept_doi, created_at)"
                        + " values (?, ?, 'published', 1, ?, now())",
                accession,
                OWNER,
                "demo/" + accession);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            ids.add(image(accession));
        }
        addVersion(accession, 1, title, access, ids);
        change(accession, ids, false);
        return new Sample(accession, List.copyOf(ids));
    }

    /** Data sets without images and without an item in the change log, all alike. */
    public void publishMany(int count) {
        database.inTransaction(() -> {
            database.update("""
                    insert into dataset (accession, owner_subject, state, latest_version, concept_doi, created_at)
                    select lpad(n::text, 10, '0'), ?, 'published', 1, 'demo/' || n, now() from generate_series(1, ?) n
                    """, OWNER, count);
            database.update("""
                    insert into deposit (id, accession, version, owner_subject, owner_name, state, description, revision,
                     created_at, updated_at)
                    select accession, accession, 1, ?, 'Depositor', 'published', '{}'::jsonb, 1, now(), now() from dataset
                    """, OWNER);
            database.update("""
                    insert into version (accession, version, doi, deposit_id, description, metadata_revision, published_at,
                     modified_at)
                    select accession, 1, concept_doi || '.v1', accession, ?::jsonb, 1, now(), now() from dataset
                    """, description("One of many", "\"open\""));
        });
        // What autovacuum does by itself within a minute; a plan for empty tables would take minutes here.
        database.update("analyze dataset, deposit, version");
    }

    /** Puts members into the description, in place of those it had. */
    public void describe(String accession, String members) {
        database.update(
                "update version set description = description || ?::jsonb where accession = ?", members, accession);
    }

    /** Files as received of version 1. */
    public void addFiles(String accession, int count) {
        database.update("""
                insert into received_file (file_id, accession, deposit_id, path, size_bytes, sha256, object_key,
                 part_size_bytes, state, created_at)
                select ? || n, ?, (select deposit_id from version where accession = ? and version = 1),
                 'plate one/well A' || n || '/field_of_view.ome.tif', 5000000 + n, repeat('a', 64), 'files/' || n, 5000000,
                 'stored', now() from generate_series(1, ?) n
                """, accession, accession, accession, count);
        database.update(
                "insert into version_file (accession, version, file_id, path)"
                        + " select accession, 1, file_id, path from received_file where accession = ?",
                accession);
    }

    public String image(String accession) {
        String imageId = Accession.mint(random);
        database.update("""
                insert into image (image_id, accession, digest, pixels, labels, size_bytes, objects, merkle_root, created_at)
                values (?, ?, ?, '{"dtype": "uint8", "sizeT": 1, "sizeC": 2, "sizeZ": 1, "sizeY": 512, "sizeX": 640,
                  "pixelSizeMicrometer": {"x": 0.25, "y": 0.25}, "channels": [{"name": "DAPI", "color": "0000FF"},
                  {"name": "GFP", "color": "00FF00"}], "ngffVersion": "0.5"}'::jsonb, '[]'::jsonb, 409600, 3, ?, now())
                """, imageId, accession, "a".repeat(64), "b".repeat(64));
        return imageId;
    }

    public void addVersion(String accession, int version, String title, String access, List<String> images) {
        String deposit = Accession.mint(random);
        database.update(
                "insert into deposit (id, accession, version, owner_subject, owner_name, state, description, revision,"
                        + " created_at, updated_at) values (?, ?, ?, ?, 'Depositor', 'published', '{}'::jsonb, 1, now(), now())",
                deposit,
                accession,
                version,
                OWNER);
        database.update(
                "insert into version (accession, version, doi, deposit_id, description, metadata_revision, published_at,"
                        + " modified_at) values (?, ?, ?, ?, ?::jsonb, 1, now(), now())",
                accession,
                version,
                "demo/" + accession + ".v" + version,
                deposit,
                description(title, access));
        database.update("update dataset set latest_version = ? where accession = ?", version, accession);
        for (int i = 0; i < images.size(); i++) {
            database.update(
                    "insert into version_image (accession, version, ordinal, image_id, image_set, name)"
                            + " values (?, ?, ?, ?, 0, ?)",
                    accession,
                    version,
                    i,
                    images.get(i),
                    "Image " + (i + 1));
        }
    }

    /** Notes a change in both repositories, in one transaction under the lock, as publication does. */
    public void change(String accession, List<String> images, boolean deleted) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        database.inTransaction(() -> {
            database.list("select 1 from (select pg_advisory_xact_lock(7001)) held", row -> 1);
            note("datasets", accession, accession, null, deleted, now);
            images.forEach(image -> note("images", accession + "/" + image, accession, image, deleted, now));
        });
    }

    public void noteAt(String accession, Instant datestamp) {
        note("datasets", accession, accession, null, false, datestamp);
    }

    private void note(
            String repository, String identifier, String accession, String image, boolean deleted, Instant datestamp) {
        database.update(
                """
                insert into oai_item (repository, identifier, accession, image_id, sequence, datestamp, deleted, sets)
                values (?, ?, ?, ?, nextval('oai_sequence'), ?, ?, ?)
                on conflict (repository, identifier) do update
                set sequence = excluded.sequence, datestamp = excluded.datestamp, deleted = excluded.deleted
                """,
                repository,
                identifier,
                accession,
                image,
                datestamp,
                deleted,
                image == null
                        ? List.of("openaire_data", "organism:NCBITaxon_4577", "method:FBbi_00000251")
                        : List.of("organism:NCBITaxon_4577", "method:FBbi_00000251"));
    }

    public void withdraw(Sample sample, String reason) {
        database.update(
                "update dataset set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = ? where accession = ?",
                reason,
                sample.accession());
        change(sample.accession(), sample.images(), true);
    }

    /** Breaks a data set: its item stays listed, what it describes is gone. */
    public void loseVersions(Sample sample) {
        database.update("delete from version_image where accession = ?", sample.accession());
        database.update("delete from version where accession = ?", sample.accession());
    }

    /**
     * Empties the tables, so that a test's lists are its own. The outbox comes first, as in the registrar's transaction:
     * locks taken in another order than its own would end in a deadlock.
     */
    public void clear() {
        database.update(
                "truncate doi_outbox, oai_item, version_file, version_image, version, fileset_image, fileset, image, finding,"
                        + " finding_decision, received_file, deposit, history, dataset");
    }
}
