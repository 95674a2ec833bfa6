package org.vitrail.node.landing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.database.Database;

/** What pages list beside the published records: versions, files, the newest data sets. */
@ApplicationScoped
class LandingStore {
    private static final String PUBLISHED = """
              from dataset d join version v on v.accession = d.accession and v.version = d.latest_version
             where d.state = 'published'
            """;

    private final Database database;

    LandingStore(Database database) {
        this.database = database;
    }

    /** A version in the list of a data set's versions. */
    record VersionLine(int version, Instant published, String doi) {}

    /** A file as received, or what is kept of it. @param kept false when it reveals persons */
    record FileLine(String path, long sizeBytes, String sha256, boolean kept) {
        /** The same, for data sets whose pixels are not public: a digest would betray which file it is. */
        FileLine withoutDigest() {
            return new FileLine(path, sizeBytes, null, kept);
        }

        /** Beginning of the digest. */
        public String shortDigest() {
            return sha256 == null ? "" : sha256.substring(0, Math.min(12, sha256.length())) + "…";
        }
    }

    /** A line of the sitemap. */
    record SiteLine(String accession, Instant modified) {}

    /** Newest first. */
    List<VersionLine> listVersions(String accession) {
        return database.list(
                "select version, published_at, doi from version where accession = ? order by version desc",
                row -> new VersionLine(row.integer("version"), row.instant("published_at"), row.text("doi")),
                accession);
    }

    /** By path. */
    List<FileLine> listFiles(String accession, int version, int limit) {
        return database.list(
                """
                select vf.path, f.size_bytes, f.sha256, f.state from version_file vf join received_file f using (file_id)
                 where vf.accession = ? and vf.version = ? order by vf.path limit ?
                """,
                row -> new FileLine(
                        row.text("path"),
                        row.longInteger("size_bytes"),
                        row.text("sha256"),
                        "stored".equals(row.text("state"))),
                accession,
                version,
                limit);
    }

    int countFiles(String accession, int version) {
        return database.find(
                        "select count(*) as files from version_file where accession = ? and version = ?",
                        row -> row.integer("files"),
                        accession,
                        version)
                .orElse(0);
    }

    /** Accessions of the newest published data sets, after the given one or, when it is empty, from the newest on. */
    List<String> listNewest(Optional<String> after, int limit) {
        String order = " order by v.published_at desc, v.accession desc limit ?";
        if (after.isEmpty()) {
            return database.list("select v.accession" + PUBLISHED + order, row -> row.text("accession"), limit);
        }
        return database.list(
                "select v.accession" + PUBLISHED
                        + " and (v.published_at, v.accession) < (select b.published_at, b.accession from dataset a join"
                        + " version b on b.accession = a.accession and b.version = a.latest_version"
                        + " where a.accession = ?)" + order,
                row -> row.text("accession"),
                after.get(),
                limit);
    }

    int countPublished() {
        return database.find("select count(*) as datasets" + PUBLISHED, row -> row.integer("datasets"))
                .orElse(0);
    }

    /** Accessions of published data sets in their own order, which no change disturbs. @param after empty at the beginning */
    List<String> listAccessions(String after, int limit) {
        return database.list(
                "select v.accession" + PUBLISHED + " and v.accession > ? order by v.accession limit ?",
                row -> row.text("accession"),
                after,
                limit);
    }

    /** A part of the sitemap. @param part from 0, each of {@code size} lines */
    List<SiteLine> listSite(int part, int size) {
        return database.list(
                "select v.accession, v.modified_at" + PUBLISHED + " order by v.accession offset ? limit ?",
                row -> new SiteLine(row.text("accession"), row.instant("modified_at")),
                (long) part * size,
                size);
    }

    /** Ordinal of an image in a version. */
    Optional<Integer> findOrdinal(String accession, int version, String imageId) {
        return database.find(
                "select ordinal from version_image where accession = ? and version = ? and image_id = ? order by 1",
                row -> row.integer("ordinal"),
                accession,
                version,
                imageId);
    }
}
