package org.vitrail.cli.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.vitrail.services.Database;

/** Published data sets of one image each, made by SQL in the tables of a node as publication leaves them. */
public final class GeneratedDatasets {
    private static final int BATCH = 50_000;

    private static final String DESCRIPTION = """
            {"title": "Cells of the root tip under salt stress, plate #n#",
             "description": "Confocal stacks of root tips, grown for #n# hours on agar with rising salt, stained for cell walls and\
             nuclei. Each stack shows one root from the quiescent center to the end of the division zone. Roots were mounted in\
             water, taken with one objective and one setting of the detector, and are published as they came from the\
             microscope, without deconvolution or any other processing. The label images were drawn by hand and checked by a\
             second person, and may serve to train or to compare methods of segmentation in three dimensions.",
             "creators": [{"name": "Depositor, First", "orcid": "0000-0002-1825-0097", "affiliation": "Institute of examples"},
                          {"name": "Depositor, Second", "affiliation": "Institute of examples", "ror": "https://ror.org/02mhbdp94"},
                          {"organization": "Imaging platform of examples"}],
             "license": "CC-BY-4.0",
             "organisms": [{"id": "NCBITaxon:#organism#", "label": "Organism #organism#"}],
             "imagingMethods": [{"id": "FBbi:00000251", "label": "confocal microscopy"}],
             "terms": [{"id": "PO:0020147", "label": "root apical meristem"}],
             "keywords": ["root", "salt stress", "segmentation", "training data"],
             "publications": [{"doi": "10.5555/article.#n#", "relation": "IsDerivedFrom"}],
             "access": "open", "imageSets": [{"name": "root tips"}]}
            """;

    private static final String DATASET = """
            insert into dataset (accession, owner_subject, state, latest_version, concept_doi, created_at)
            select lpad(n::text, 10, '0'), 'bench', 'published', 1, 'demo/' || n, now() from generate_series(?, ?) n
            """;
    private static final String DEPOSIT = """
            insert into deposit (id, accession, version, owner_subject, owner_name, state, description, revision, created_at,
             updated_at)
            select lpad(n::text, 10, '0'), lpad(n::text, 10, '0'), 1, 'bench', 'Depositor', 'published', '{}', 1, now(), now()
              from generate_series(?, ?) n
            """;
    private static final String VERSION = """
            insert into version (accession, version, doi, deposit_id, description, metadata_revision, published_at, modified_at)
            select lpad(n::text, 10, '0'), 1, 'demo/' || n || '.v1', lpad(n::text, 10, '0'),
                   replace(replace(?, '#n#', n::text), '#organism#', (4577 + n % 7)::text)::jsonb, 1, now(), now()
              from generate_series(?, ?) n
            """;
    private static final String IMAGE = """
            insert into image (image_id, accession, digest, pixels, labels, size_bytes, objects, merkle_root, created_at)
            select 'i' || lpad(n::text, 9, '0'), lpad(n::text, 10, '0'), md5(n::text) || md5((n + 1)::text),
                   '{"dtype": "uint16", "sizeT": 1, "sizeC": 2, "sizeZ": 80, "sizeY": 1024, "sizeX": 1024,
                     "pixelSizeMicrometer": {"x": 0.2, "y": 0.2, "z": 0.5}, "channels": [{"name": "walls"}, {"name": "nuclei"}],
                     "ngffVersion": "0.5"}', '[]', 201326592 + n, 12, md5(n::text), now()
              from generate_series(?, ?) n
            """;
    private static final String VERSION_IMAGE = """
            insert into version_image (accession, version, ordinal, image_id, image_set, name)
            select lpad(n::text, 10, '0'), 1, 0, 'i' || lpad(n::text, 9, '0'), 0, 'Root ' || n from generate_series(?, ?) n
            """;
    /** As publication does, so that changes appear in the order of their numbers. */
    private static final String LOCK = "select pg_advisory_xact_lock(7001)";

    private static final String ITEM = """
            insert into oai_item (repository, identifier, accession, sequence, datestamp, deleted, sets)
            select 'datasets', lpad(n::text, 10, '0'), lpad(n::text, 10, '0'), nextval('oai_sequence'),
                   date_trunc('second', clock_timestamp()), false,
                   array['organism:NCBITaxon_' || (4577 + n % 7), 'method:FBbi_00000251', 'openaire_data']
              from generate_series(?, ?) n order by n
            """;

    private GeneratedDatasets() {}

    /**
     * Inserts data sets 1 to the given number, by batches of 50 000, and lets PostgreSQL look at the tables once.
     *
     * @param progress told how many there are
     */
    public static void insert(Database database, int count, Consumer<String> progress) throws SQLException {
        insert(database, 1, count, progress);
    }

    /** The same for the data sets from one number to another. */
    public static void insert(Database database, int from, int count, Consumer<String> progress) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            for (int first = from; first <= count; first += BATCH) {
                int last = Math.min(count, first + BATCH - 1);
                run(connection, DATASET, first, last);
                run(connection, DEPOSIT, first, last);
                run(connection, VERSION, DESCRIPTION, first, last);
                run(connection, IMAGE, first, last);
                run(connection, VERSION_IMAGE, first, last);
                run(connection, LOCK);
                run(connection, ITEM, first, last);
                connection.commit();
                progress.accept(last + " data sets");
            }
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
    }

    /** A connection as the node's own user. */
    public static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** A new change of a data set, as a revision of its description makes. */
    public static void touch(Connection connection, int number) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, LOCK);
        run(
                connection,
                "update oai_item set sequence = nextval('oai_sequence'), datestamp = date_trunc('second', clock_timestamp())"
                        + " where repository = 'datasets' and accession = lpad(?::text, 10, '0')",
                number);
        connection.commit();
    }

    private static void run(Connection connection, String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.execute();
        }
    }
}
