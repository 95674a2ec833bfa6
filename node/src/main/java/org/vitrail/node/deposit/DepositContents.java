package org.vitrail.node.deposit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.vitrail.node.database.Database;
import org.vitrail.schema.completeness.ImagePlace;

/** What a deposit holds besides its description: its files, those kept from the version before, and its images so far. */
@ApplicationScoped
public class DepositContents {
    private final Database database;

    DepositContents(Database database) {
        this.database = database;
    }

    /**
     * A file of a deposit.
     *
     * @param sizeBytes of what is kept; likewise sha256, which is null until stored
     * @param stored whether it has arrived, be it kept or not
     * @param kept false when it was published without being kept, because it reveals persons: there is no object then
     * @param inherited whether an earlier version uploaded it
     * @param receivedSha256 of the file as it arrived, whatever is kept of it
     */
    public record HeldFile(
            String fileId,
            String path,
            long sizeBytes,
            String sha256,
            boolean stored,
            boolean kept,
            boolean inherited,
            String objectKey,
            String receivedSha256) {}

    /**
     * What became of one image of the description; once converted, one for each image that its files hold.
     *
     * @param imageSet index in the description, from 0; likewise image
     * @param number among the images of the same files, from 0
     * @param name what tells it from those; null where it has none
     * @param state uploading, uploaded, converting, converted or refused
     * @param reason why refused; else null
     * @param imageId null until converted
     * @param digest pixel digest; null until converted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeldImage(
            int imageSet,
            int image,
            int number,
            String name,
            String state,
            String reason,
            String imageId,
            String digest) {
        /** Whether it can be published. */
        public boolean isConverted() {
            return "converted".equals(state);
        }

        /** Whether it can not be published as it is. */
        public boolean isRefused() {
            return "refused".equals(state);
        }
    }

    /** Files by path; a file uploaded for this deposit hides one of the same path from the version before. */
    public List<HeldFile> listFiles(Deposit deposit) {
        return database.list(
                """
                select distinct on (path) * from (
                    select file_id, path, size_bytes, sha256, state, false as inherited, object_key,
                           coalesce(received_sha256, sha256) as received_sha256
                      from received_file where deposit_id = ?
                     union all
                    select f.file_id, v.path, f.size_bytes, f.sha256, f.state, true, f.object_key,
                           coalesce(f.received_sha256, f.sha256)
                      from version_file v join received_file f using (file_id)
                     where v.accession = ? and v.version = ?) held
                order by path, inherited
                """,
                row -> new HeldFile(
                        row.text("file_id"),
                        row.text("path"),
                        row.longInteger("size_bytes"),
                        row.text("sha256"),
                        !"uploading".equals(row.text("state")),
                        !"not-kept".equals(row.text("state")),
                        row.flag("inherited"),
                        row.text("object_key"),
                        row.text("received_sha256")),
                deposit.id(),
                deposit.accession(),
                deposit.version() - 1);
    }

    /** Images of the description whose files are converted and say no pixel size; what the description says is not asked. */
    public Set<ImagePlace> listUnscaled(String depositId) {
        return Set.copyOf(database.list(
                """
                select distinct f.image_set_index, f.image_index
                  from fileset f join fileset_image m on m.fileset_id = f.id join image i on i.image_id = m.image_id
                 where f.deposit_id = ? and f.state = 'converted' and i.pixels #>> '{pixelSizeMicrometer,x}' is null
                """, row -> new ImagePlace(row.integer("image_set_index"), row.integer("image_index")), depositId));
    }

    /** Images in the order of the description; only those whose files have begun to arrive. */
    public List<HeldImage> listImages(String depositId) {
        return database.list(
                """
                select f.image_set_index, f.image_index, m.number, m.name, f.state, f.reason, i.image_id, i.digest
                  from fileset f left join fileset_image m on m.fileset_id = f.id and f.state = 'converted'
                  left join image i on i.image_id = m.image_id
                 where f.deposit_id = ? order by f.image_set_index, f.image_index, m.number
                """,
                row -> new HeldImage(
                        row.integer("image_set_index"),
                        row.integer("image_index"),
                        row.integer("number"),
                        row.text("name"),
                        row.text("state"),
                        row.text("reason"),
                        row.text("image_id"),
                        row.text("digest")),
                depositId);
    }
}
