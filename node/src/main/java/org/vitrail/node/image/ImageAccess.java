package org.vitrail.node.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vitrail.node.database.Database;

/**
 * Decides who may read what derives from an image's pixels, from the database as it is now. The newest version that has the
 * image decides: whoever closes a data set closes what its older versions share with it.
 */
@ApplicationScoped
class ImageAccess {
    private static final String STATEMENT = """
            select d.owner_subject, d.state = 'published' and exists (
                     select 1 from version_image vi join version v using (accession, version)
                      where vi.image_id = i.image_id and vi.accession = i.accession
                        and not exists (
                            select 1 from version_image later
                             where later.image_id = vi.image_id and later.accession = vi.accession
                               and later.version > vi.version)
                        and (coalesce(v.description ->> 'access', 'open') = 'open'
                             or v.description ->> 'access' = 'embargoed'
                                and v.description ->> 'embargoUntil' <= ?)) as public
              from image i join dataset d using (accession)
             where i.image_id = ? and i.accession = ?
            """;

    private final Database database;
    private final Clock clock;

    ImageAccess(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Who may read an image.
     *
     * @param isPublic whether the newest version that has it shows it openly; false before publication, under embargo, after withdrawal
     * @param ownerSubject who may read it besides the curators when it is not public
     */
    record Readers(boolean isPublic, String ownerSubject) {}

    /** Empty where there is no such image. */
    Optional<Readers> find(String accession, String imageId) {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return database.find(
                STATEMENT,
                row -> new Readers(row.flag("public"), row.text("owner_subject")),
                today,
                imageId,
                accession);
    }
}
